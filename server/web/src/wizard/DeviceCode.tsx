import { Link } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SignInPrompt } from '../api/view.ts';
import { say, sayWith } from '../language/say.ts';
import { Copy } from '../shell/Copy.tsx';
import { clock } from '../times.ts';

/** What to do to sign in on any device, and how long the code is good. */
export function DeviceCode({ prompt }: { readonly prompt: SignInPrompt }) {
  const { userCode, verificationUri, expiresAt } = prompt;
  const [left, setLeft] = useState(() => secondsTo(expiresAt));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsTo(expiresAt)), 500);
    return () => clearInterval(timer);
  }, [expiresAt]);
  return (
    <section className="device" aria-label={say('Sign in with a code')}>
      <p>
        {sayWith('On any device, open <link>{address}</link> and enter this code:', {
          address: verificationUri,
          link: (address) => (
            <Link href={verificationUri} target="_blank" rel="noreferrer noopener" inline>
              {address}
            </Link>
          ),
        })}
      </p>
      <p className="code">
        <output>{userCode}</output>
        <Copy text={userCode} label={say('Copy the code')} />
      </p>
      <p className="aside" role="timer">
        {left > 0
          ? say('The code is valid for {time}. This page continues by itself.', { time: clock(left) })
          : say('The code has expired. Go back and sign in again.')}
      </p>
    </section>
  );
}

function secondsTo(moment: string): number {
  return (Date.parse(moment) - Date.now()) / 1000;
}
