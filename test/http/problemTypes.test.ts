import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { problems } from '../../machines/vocabulary/problems.ts';
import { serve } from './service.ts';

describe('The type of a problem', () => {
  it('is an address that answers, without a token, and leads to what to do', async () => {
    await using served = await serve({ token: 'a-token-of-enough-characters' });
    const { type, code } = (await (await fetch(`${served.url}/api/v1/pages`)).json()) as { type: string; code: string };
    const address = new URL(type, served.url);
    expect([address.hash, code]).toEqual(['#unauthorized', 'unauthorized']);
    const reply = await fetch(address);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const html = await reply.text();
    const errors: string[] = [];
    parse(html, { onParseError: (error) => errors.push(error.code) });
    expect(errors).toEqual([]);
    for (const one of Object.keys(problems)) expect(html.split(`<section id="${one}">`), one).toHaveLength(2);
  });

  it('is explained in the language that the browser asks for', async () => {
    await using served = await serve();
    const address = `${served.url}/docs/errors`;
    const [english, german] = await Promise.all(
      ['en', 'de'].map(async (language) => (await fetch(address, { headers: { 'Accept-Language': language } })).text()),
    );
    expect(english).toContain('<html lang="en">');
    expect(german).toContain('<html lang="de">');
    expect(german).toContain('<h1>Probleme von mim-setup</h1>');
    for (const { title } of Object.values(problems)) expect.soft(german).not.toContain(`<h2>${title}</h2>`);
  });
});
