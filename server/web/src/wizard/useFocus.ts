import { type RefObject, useEffect, useRef } from 'react';
import { useInstallation, useSessionState } from '../api/useSession.ts';

/** Puts the focus where the original has it: on the first field, on what is wrong, or else on the default button. */
export function useFocus(): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  const { session, view } = useInstallation();
  const { refused } = useSessionState(session);
  const { status } = view;
  useEffect(() => {
    if (status === 'checking' || status === 'error') return;
    const frame = body.current?.closest('.frame');
    const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    const field = isTouched ? null : body.current?.querySelector<HTMLElement>(`#page-form :is(${fields})`);
    const target =
      wrong ?? field ?? frame?.querySelector<HTMLElement>('[data-default]') ?? frame?.querySelector<HTMLElement>('h2');
    target?.focus({ preventScroll: wrong === null });
  }, [status]);
  useEffect(() => {
    if (refused) body.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refused]);
  return body;
}

const fields = 'input:not(:disabled, [type=radio]:not(:checked)), select:not(:disabled), textarea:not(:disabled)';

/** A finger would open the keyboard over half of the page. */
const isTouched = matchMedia('(pointer: coarse)').matches;
