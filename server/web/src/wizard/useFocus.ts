import { type RefObject, useEffect, useRef } from 'react';
import { useInstallation, useSessionState } from '../api/useSession.ts';

/** Puts the focus where the original has it: on what is wrong, else on the first field, else on the default button. */
export function useFocus(): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  const { session, view } = useInstallation();
  const { refused } = useSessionState(session);
  const { status } = view;
  useEffect(() => {
    const frame = body.current?.closest<HTMLElement>('.frame');
    if (!frame || status === 'checking' || status === 'error') return;
    const wrong = frame.querySelector<HTMLElement>(invalid);
    if (!wrong && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    const places = isTouched ? ['h2'] : [`#page-form :is(${fields})`, '[data-default]', 'h2'];
    const target = wrong ?? places.map((place) => frame.querySelector<HTMLElement>(place)).find((found) => found !== null);
    target?.focus({ preventScroll: !wrong });
  }, [status]);
  useEffect(() => {
    if (refused) body.current?.querySelector<HTMLElement>(invalid)?.focus();
  }, [refused]);
  return body;
}

const invalid = '[aria-invalid=true]';
const fields = 'input:not(:disabled, [type=radio]:not(:checked)), select:not(:disabled), textarea:not(:disabled)';

/** A finger would open the keyboard over half of the page. */
const isTouched = matchMedia('(pointer: coarse)').matches;
