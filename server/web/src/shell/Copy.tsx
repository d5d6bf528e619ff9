import { Button } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark';
import { Copy20Regular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useState } from 'react';
import { say } from '../language/say.ts';

/** Copies a text, and says so. */
export function Copy({ text, label }: { readonly text: string; readonly label: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <Button
        size="small"
        icon={isCopied ? <Checkmark20Regular /> : <Copy20Regular />}
        aria-label={label}
        onClick={async () => setCopied(await copy(text))}
      >
        {isCopied ? say('Copied') : say('Copy')}
      </Button>
      <span role="status" className="hidden">
        {isCopied ? say('Copied') : ''}
      </span>
    </>
  );
}

/** The clipboard is open to secure origins alone; elsewhere the old way still works. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'hidden';
    document.body.append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    return isDone;
  }
}
