import { describe, expect, it } from 'vitest';
import { serve } from './service.ts';

describe('A reply in the language that is asked for', () => {
  const german = { 'Accept-Language': 'de-DE,de;q=0.9,en;q=0.5' };

  it('has the words of the program in it, and everything that programs read as it is in English', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    const path = `/api/v1/installations/${id}`;
    const inEnglish = await served.client.request<View>('GET', path);
    const inGerman = await served.client.request<View>('GET', path, undefined, german);
    expect(inGerman.headers.get('Content-Language')).toBe('de');
    expect(inGerman.headers.get('Vary')).toContain('Accept-Language');
    expect(inEnglish.headers.get('Content-Language')).toBeNull();
    expect(inGerman.body.page.title).not.toBe(inEnglish.body.page.title);
    expect(keysOf(inGerman.body)).toEqual(keysOf(inEnglish.body));
    expect(inGerman.body.page.answers).toEqual(inEnglish.body.page.answers);
  });

  it('is another one than the English: its tag says so, and either tag is good for If-Match', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    const path = `/api/v1/installations/${id}`;
    const { headers } = await served.client.request('GET', path, undefined, german);
    expect(headers.get('ETag')).toBe('"1-de"');
    const again = (tag: string, asked: object) =>
      served.client.request('GET', path, undefined, { 'If-None-Match': tag, ...asked });
    expect((await again('"1-de"', german)).status).toBe(304);
    expect((await again('"1"', german)).status).toBe(200);
    expect((await again('"1-de"', {})).status).toBe(200);
    expect((await again('"1"', {})).status).toBe(304);
    const next = await served.client.event(
      id,
      { type: 'submit', page: 'welcome', answers: {} },
      { 'If-Match': '"1-de"', ...german },
    );
    expect(next.status).toBe(200);
  });

  it('is given to a refusal, to what is declared and to the stream as well', async () => {
    await using served = await serve();
    const refused = await served.client.request<{ title: string; code: string }>('GET', '/api/v1/nothing', undefined, german);
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json');
    expect(refused.body).toMatchObject({ code: 'not-found' });
    expect(refused.headers.get('Content-Language')).toBe('de');
    const { id } = await served.client.begin();
    const stream = await fetch(`${served.url}/api/v1/installations/${id}/stream?lang=de`);
    const { value } = await stream.body!.getReader().read();
    const first = JSON.parse(/^data: (.*)$/m.exec(new TextDecoder().decode(value))![1]!) as View;
    const inGerman = await served.client.request<View>('GET', `/api/v1/installations/${id}`, undefined, german);
    expect(first).toEqual(inGerman.body);
  });

  it.each(['fr', '*', 'xx-yy;q=0.1', '', 'en-GB', 'en;q=0.9, de;q=0.1'])(
    'is in English where “%s” is asked for',
    async (asked) => {
      await using served = await serve();
      const { body } = await served.client.request<View>(
        'POST',
        '/api/v1/installations',
        { mode: 'rehearsal' },
        { 'Accept-Language': asked },
      );
      expect(body.page.title).toBe('Welcome to the Microsoft Identity Manager Service and Portal Setup Wizard');
    },
  );

  it('is each client’s own, also where one repeats what another has asked', async () => {
    await using served = await serve();
    const begin = (asked: object) =>
      served.client.request<View>('POST', '/api/v1/installations', { mode: 'rehearsal' }, { 'Idempotency-Key': 'one', ...asked });
    const [first, second] = [await begin(german), await begin({})];
    expect(second.body.id).toBe(first.body.id);
    expect(first.body.page.guide.text).not.toBe(second.body.page.guide.text);
  });
});

interface View {
  readonly id: string;
  readonly page: {
    readonly title: string;
    readonly answers: object;
    readonly guide: { readonly text: string };
  };
}

/** The shape of a reply: its fields, all the way down. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, keysOf(of)]));
}
