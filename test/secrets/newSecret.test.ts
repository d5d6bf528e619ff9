import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { NewSecret } from '../../machines/vocabulary/secret.ts';

it('A secret that a service has come by is told where it is asked for by name, and shows nowhere else', () => {
  const text = 'App@secret1';
  const secret = new NewSecret(text);
  expect(secret.reveal()).toBe(text);
  for (const shown of [JSON.stringify({ secret }), String(secret), inspect(secret, { showHidden: true, depth: null })])
    expect(shown).not.toContain(text);
});
