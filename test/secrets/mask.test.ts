import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { mask, maskerOf } from '../../services/secrets/mask.ts';
import { maskedError } from '../../services/secrets/maskedError.ts';

const secret = 'p "w\\x; <Zürich>&~1';

describe('A secret', () => {
  it.each([
    ['as it was typed', secret],
    ['on a command line', secret.replaceAll('"', '""')],
    ['in JSON', JSON.stringify({ secret })],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', new URLSearchParams({ secret }).toString()],
    ['in XML', 'p &quot;w\\x; &lt;Zürich&gt;&amp;~1'],
  ])('is masked %s', (_, text) => {
    const said = maskerOf([secret])(`before ${text} after`);
    expect(said).toContain(mask);
    expect(said).not.toContain('rich');
    expect(said).toMatch(/^before .* after$/);
  });

  it('is masked whole where another one is its beginning', () => {
    expect(maskerOf(['sesame', 'sesame-open'])('sesame-open, sesame')).toBe(`${mask}, ${mask}`);
  });

  it('that is empty masks nothing', () => {
    expect(maskerOf([''])('nothing is secret')).toBe('nothing is secret');
  });

  it('is masked in an error, in its stack, and in all that caused it', () => {
    const cause = new TypeError(`connecting with ${secret}`, { cause: `refused ${secret}` });
    const said = inspect(maskedError(new Error(`no answer to ${secret}`, { cause }), [secret]), { depth: 9 });
    expect(said).not.toContain('rich');
    expect(said.split(mask).length - 1).toBeGreaterThanOrEqual(3);
    expect(said).toContain('TypeError');
  });
});
