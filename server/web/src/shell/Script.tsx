import { say } from '../language/say.ts';
import { Copy } from './Copy.tsx';

/** A script or a command, to be read and copied. */
export function Script({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className="script">
      <Copy text={text} label={`${say('Copy')}: ${label}`} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse */}
      <section tabIndex={0} aria-label={`${say('Text')}: ${label}`}>
        <pre>{text}</pre>
      </section>
    </div>
  );
}
