import { useEffect, useRef } from 'react';

/**
 * The keys of a Windows dialog: Enter works the default button wherever nothing else takes it, Alt with the underlined letter
 * works that button, Escape cancels. Browsers' own access keys want other keys on each system, so these are ours.
 */
export function useDialogKeys(cancel: () => void): void {
  const onCancel = useRef(cancel);
  useEffect(() => {
    onCancel.current = cancel;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      const action = actionOf(event, onCancel.current);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function actionOf(event: KeyboardEvent, cancel: () => void): (() => void) | undefined {
  const { key, code, altKey, ctrlKey, metaKey, target } = event;
  if (ctrlKey || metaKey) return undefined;
  if (altKey) {
    const buttons = lettersOf(key, code).map((letter) =>
      document.querySelector<HTMLElement>(`.frame [aria-keyshortcuts="${shortcut(letter)}"]`),
    );
    const button = buttons.find((found) => found !== null);
    return button ? () => button.click() : undefined;
  }
  if (key === 'Escape') return cancel;
  if (key !== 'Enter' || takesEnter(target)) return undefined;
  return () => document.querySelector<HTMLElement>('.frame [data-default]')?.click();
}

/** What is on the key; where Alt writes something else with it, as on a Mac, what an English keyboard has there. */
function lettersOf(key: string, code: string): string[] {
  return /^[a-z]$/i.test(key) ? [key.toUpperCase()] : /^Key[A-Z]$/.test(code) ? [code.slice('Key'.length)] : [];
}

/** How a button's key is told to screen readers. */
export function shortcut(letter: string): string {
  return `Alt+${letter}`;
}

/** Buttons and links answer to Enter themselves, and a form's fields send it. A list is no such field. */
function takesEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, textarea, summary, input') !== null;
}
