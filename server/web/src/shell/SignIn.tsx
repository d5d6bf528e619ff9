import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Refused, send } from '../api/request.ts';
import { say } from '../language/say.ts';

/** Takes the token, and has the service keep it in a cookie that no script can read. */
export function SignIn() {
  const [token, setToken] = useState('');
  const [error, setError] = useState<string>();
  const [, navigate] = useLocation();

  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      await send('/session', { method: 'POST', headers: { Authorization: `Bearer ${token.trim()}` } });
      navigate(whereTo(), { replace: true });
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      setError(
        refused.status === 401
          ? say('This token is not known. Enter the one that the service was started with.')
          : refused.message,
      );
    }
  };

  return (
    <main id="main" className="sheet narrow">
      <h1>{say('Sign in')}</h1>
      <p>
        {say(
          'This service was started with a token. Enter it to continue; it stays in this browser until you sign out or close it.',
        )}
      </p>
      <form onSubmit={signIn} noValidate>
        <Field
          label={{ children: say('Token'), htmlFor: 'token' }}
          {...(error !== undefined && { validationMessage: error, validationState: 'error' as const })}
        >
          <Input
            id="token"
            type="password"
            autoComplete="current-password"
            value={token}
            onChange={(_, { value }) => setToken(value)}
            autoFocus
          />
        </Field>
        <Button type="submit" appearance="primary" disabled={token.trim() === ''}>
          {say('Sign in')}
        </Button>
      </form>
    </main>
  );
}

/** The page that the visitor came for; never another site's. */
function whereTo(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
