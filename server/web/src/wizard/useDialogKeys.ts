import { useEffect, useRef } from 'react';

/** The keys of a Windows dialog: Enter works the default button wherever nothing else takes it, Escape cancels. */
export function useDialogKeys(cancel: () => void): void {
  const onCancel = useRef(cancel);
  useEffect(() => {
    onCancel.current = cancel;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role=dialog], [role=alertdialog]')) return;
      if (event.key === 'Escape') onCancel.current();
      if (event.key !== 'Enter' || takesEnter(event.target)) return;
      event.preventDefault();
      document.querySelector<HTMLElement>('.frame [data-default]')?.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Buttons and links answer to Enter themselves, and a form's fields send it. A list is no such field. */
function takesEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, textarea, summary, input') !== null;
}
