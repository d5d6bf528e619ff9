import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageIds } from '../../machines/chart/flow.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { teamNames } from '../../machines/pages/teams.ts';
import type { TeamSheet } from '../../server/view/checklist.ts';
import { mimSetupHere } from '../cli/here.ts';
import { type Served, serve } from './service.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

describe('The checklist', () => {
  it('has each field of each page, and each check, on the sheet of one team', async () => {
    const items = await sheets();
    const declared = pageIds.flatMap((page) => Object.keys(pageOf(page).fields.shape).map((field) => `${page}.${field}`));
    const asked = items.flatMap((sheet) => sheet.asked.map(({ page, field }) => `${page}.${field}`));
    expect(asked.toSorted()).toEqual(declared.toSorted());
    const checks = pageIds.flatMap((page) => Object.keys(pageOf(page).checks ?? {}));
    expect(items.flatMap((sheet) => sheet.checks.map(({ id }) => id)).toSorted()).toEqual(checks.toSorted());
    expect(items.map(({ team }) => team)).toEqual(teamNames);
  });

  it('gives a field to the team that knows it, where that is another one than for the rest of its page', async () => {
    const of = (field: string) => (page: string) => `${page}.${field}`;
    const named = new Map((await sheets()).flatMap(({ team, asked }) => asked.map(({ page, field }) => [of(field)(page), team])));
    expect(named.get('serviceAccount.name')).toBe('directory');
    expect(named.get('serviceAccount.email')).toBe('mail');
    expect(named.get('database.server')).toBe('database');
    expect(named.get('registrationPortal.account')).toBe('directory');
    expect(named.get('registrationPortal.host')).toBe('web');
  });

  it('says of an answer what it is, whether it is needed, when its page shows, and whether it is a secret', async () => {
    const asked = (await sheets()).flatMap((sheet) => sheet.asked);
    const find = (page: string, field: string) => asked.find((one) => one.page === page && one.field === field);
    expect(find('database', 'server')).toMatchObject({
      label: 'Database Server',
      title: 'Configure the MIM database connection',
      text: 'Only with the MIM Service.',
      needed: 'always',
      secret: false,
      examples: ['contosoagl.contoso.com'],
    });
    expect(find('cloud', 'cloud')).toMatchObject({
      text: null,
      options: expect.arrayContaining([{ const: 'global', title: 'Azure AD' }]),
    });
    expect(find('serviceAccount', 'password')).toMatchObject({ needed: 'dependent', secret: true });
    expect(find('certificate', 'thumbprint')).toMatchObject({ needed: 'optional' });
    expect(find('database', 'checkAs')).toMatchObject({
      needed: 'optional',
      parts: [
        { field: 'method' },
        { field: 'user' },
        { field: 'password', label: 'Password', secret: true },
        { field: 'domain' },
      ],
    });
  });

  it('says when each page shows in words that need no knowledge of the chart', async () => {
    const told = (await sheets()).flatMap(({ asked }) => asked.flatMap(({ text }) => text ?? []));
    expect(told.filter((text) => !text.startsWith('Only with '))).toEqual([]);
  });

  it('is one team’s alone where that is asked for; a team that there is not is refused by name', async () => {
    expect((await sheets('?team=database')).map(({ team }) => team)).toEqual(['database']);
    const { body } = await served.api.get('/api/v1/checklist?team=sql').expect(422);
    expect(body).toMatchObject({ code: 'invalid-request', errors: [{ field: 'team' }] });
  });

  it('is told in German where that is asked for', async () => {
    const { body } = await served.api.get('/api/v1/checklist?team=mail').set('Accept-Language', 'de').expect(200);
    expect(body.items[0]).toMatchObject({
      title: 'E-Mail',
      asked: expect.arrayContaining([expect.objectContaining({ text: 'Nur mit dem MIM-Dienst.' })]),
    });
  });

  it('is Markdown where that is preferred, with a box for each answer, and the same in a terminal', async () => {
    const { text } = await served.api.get('/api/v1/checklist').set('Accept', 'text/markdown').expect(200);
    expect(text).toContain('## SQL Server');
    expect(text.match(/^- \[ \] /gm)).toHaveLength((await sheets()).flatMap(({ asked }) => asked).length);
    const one = await served.api.get('/api/v1/checklist?format=md&team=mail').expect(200);
    const { code, output } = await mimSetupHere(served.folder, ['checklist', '--team', 'mail']);
    expect([code, output]).toEqual([0, one.text]);
    const { output: json } = await mimSetupHere(served.folder, ['checklist', '--json']);
    expect(JSON.parse(json)).toEqual({ items: await sheets() });
  });
});

describe('The checklist as Markdown', () => {
  it('is told in German where that is asked for, and has the same answers in the same order', async () => {
    const english = await served.api.get('/api/v1/checklist?format=md').expect(200);
    const german = await served.api.get('/api/v1/checklist?format=md&lang=de').expect(200);
    expect(german.headers['content-language']).toBe('de');
    expect(german.text).toContain('# Was bereitliegen sollte');
    expect(german.text).toContain('  Seite: Mailserver. Nur mit dem MIM-Dienst.');
    const { output } = await mimSetupHere(served.folder, ['checklist', '--lang', 'de']);
    expect(output).toBe(german.text);
    const { output: json } = await mimSetupHere(served.folder, ['checklist', '--lang', 'de', '--json']);
    const { body } = await served.api.get('/api/v1/checklist?lang=de').expect(200);
    expect(JSON.parse(json)).toEqual(body);
    const shape = (text: string) => text.split('\n').map((line) => /^(?:#+ |- \[ \] )?/.exec(line)![0] + /`[^`]*`/.exec(line));
    expect(shape(german.text)).toEqual(shape(english.text));
  });
});

async function sheets(query = ''): Promise<TeamSheet[]> {
  return (await served.client.request<{ items: TeamSheet[] }>('GET', `/api/v1/checklist${query}`)).body.items;
}
