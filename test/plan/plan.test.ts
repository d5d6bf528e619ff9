import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanView } from '../../server/plan/forms.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';

const answers = answersFor('C');
const secretTexts = ['Pass@word1', 'App@secret1', 'Pool@word1', 'Sign@in1'];
let served: Served;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

describe('GET …/plan', () => {
  it('is refused as not-now before the components are answered, with where the installation is', async () => {
    const { id } = await served.client.begin();
    const { body } = await served.api.get(planOf(id)).expect(409);
    expect(body).toMatchObject({ code: 'not-now', page: 'welcome', can: expect.arrayContaining(['submit']) });
  });

  it('is there from the components on, with what is missing, by name', async () => {
    const view = await upTo('database', answers);
    const { body } = await served.api.get(planOf(view.id)).expect(200);
    const plan = body as PlanView;
    expect(plan).toMatchObject({
      complete: false,
      option: null,
      features: expect.arrayContaining(['CommonServices', 'ResetPortal']),
    });
    expect(plan.missing).toEqual(
      expect.arrayContaining([
        { page: 'database', field: 'server' },
        { page: 'mailServer', field: 'type' },
        { page: 'serviceAccount', field: 'name' },
        { page: 'resetPortalService', field: 'access' },
      ]),
    );
    expect(plan.missing).not.toContainEqual({ page: 'registrationPortalUrl', field: 'url' });
    expect(plan.command).toContain('ADDLOCAL="CommonServices,FIMReporting,WebPortals,RegistrationPortal,ResetPortal"');
  });

  it('is complete at ready, and no sooner', async () => {
    const last = await upTo('resetPortalService', answers);
    expect((await served.api.get(planOf(last.id)).expect(200)).body.complete).toBe(false);
    const view = await upTo('ready', answers);
    const { body } = await served.api.get(planOf(view.id)).expect(200);
    expect(body).toMatchObject({ complete: true, missing: [], option: 'C', overrides: [] });
  });

  it('gives the exact command line, with secrets as asterisks and without what has no known name', async () => {
    const { id } = await upTo('ready', answers);
    const { command } = (await served.api.get(planOf(id)).expect(200)).body as PlanView;
    expect(command).toMatch(/^msiexec \/i "Service and Portal\.msi" \/qn \/lvxi\* "C:\\miminstall\\log\.txt" ADDLOCAL=/);
    expect(command).toContain(' SERVICE_ACCOUNT_PASSWORD="********" ');
    expect(command).toContain(' RESET_ACCOUNT="contoso\\MIMAppPoolGMSA$" ');
    expect(command).not.toMatch(/mailboxApplication|clientSecret|cloud\.cloud/);
  });

  it('takes the package that the installation names, and another place for the log', async () => {
    const { id } = await upTo('ready', answers, { package: 'D:\\MIM 2016\\Service and Portal.msi' });
    const { body } = await served.api.get(`${planOf(id)}?log=${encodeURIComponent('E:\\Logs 100%\\mim.txt')}`).expect(200);
    expect(body.command).toContain('/i "D:\\MIM 2016\\Service and Portal.msi" /qn /lvxi* "E:\\Logs 100%\\mim.txt" ');
    const { body: refusal } = await served.api.get(`${planOf(id)}?log=log.txt`).expect(422);
    expect(refusal).toMatchObject({ code: 'invalid-request', errors: [{ field: 'log' }] });
  });

  it('takes the package from beside the script where its path here is none of Windows', async () => {
    for (const path of ['/srv/mim/Service and Portal.msi', 'C:\\"a" & b.msi', 'a\nb']) {
      const { id } = await upTo('database', answers, { package: path });
      const { body } = await served.api.get(planOf(id)).expect(200);
      expect(body.command, path).toContain('/i "Service and Portal.msi" ');
    }
  });

  it('has nothing of a branch that was abandoned', async () => {
    const { id } = await upTo('ready', answers);
    await served.client.event(id, { type: 'revisit', page: 'mailServer' });
    await served.client.event(id, {
      type: 'submit',
      page: 'mailServer',
      answers: { type: 'none', managedServiceAccount: false },
    });
    const { properties, option, afterwards, complete } = (await served.api.get(planOf(id)).expect(200)).body as PlanView;
    expect({ option, complete }).toEqual({ option: 'E', complete: false });
    expect(properties.map(({ name }) => name)).not.toContain('mailboxApplication.tenantId');
    expect(properties.map(({ page }) => page)).not.toContain('serviceAccount');
    expect(afterwards.map(({ code }) => code)).toEqual(['mail-connection-settings']);
  });

  it('says what has to be done outside the installer', async () => {
    const { id } = await upTo('ready', answers);
    const { afterwards } = (await served.api.get(planOf(id)).expect(200)).body as PlanView;
    expect(afterwards.map(({ code }) => code)).toEqual([
      'mail-connection-settings',
      'mailbox-application-settings',
      'exchange-web-services-allow-list',
      'application-access-policy',
      'application-role',
    ]);
    expect(afterwards[1]!.detail).toContain('HKLM\\SOFTWARE\\Microsoft\\Forefront Identity Manager\\2010\\Service');
    for (const { script } of afterwards.slice(2)) expect(script).toContain("'48b15b07-ae4a-ae4a-ae4a-8850556d6b76'");
  });

  it.each([
    ['cmd', /^@echo off\r\n/],
    ['ps1', /^#requires -Version 5\.1\r\n/],
  ])('as %s is a script to keep', async (format, form) => {
    const { id } = await upTo('ready', answers);
    const { text, headers } = await served.api.get(`${planOf(id)}?format=${format}`).expect(200);
    expect(text).toMatch(form);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename="install-mim.${format}"`);
  });

  it.each(['json', 'cmd', 'ps1'])('as %s holds no secret', async (format) => {
    const { id } = await upTo('ready', answers);
    const { text } = await served.api.get(`${planOf(id)}?format=${format}`).expect(200);
    for (const secret of secretTexts) expect(text).not.toContain(secret);
    expect(text).toContain('SERVICE_ACCOUNT_PASSWORD');
  });

  it.each(['yaml', '', 'PS1', 'json&format=cmd'])('is refused for the format %j, which there is not', async (format) => {
    const { id } = await upTo('ready', answers);
    const { body } = await served.api.get(`${planOf(id)}?format=${format}`).expect(422);
    expect(body).toMatchObject({ code: 'invalid-request', errors: [{ field: 'format' }] });
  });

  it('is not found for an installation that there is not, and takes no other method', async () => {
    const nobody = await served.api.get(planOf('3f2f2f56-2f2f-4f2f-8f2f-2f2f2f2f2f2f'));
    expect(nobody).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const { id } = await served.client.begin();
    expect((await served.api.post(planOf(id))).status).toBe(405);
  });

  it('stays to be read when all is over and the secrets are destroyed', async () => {
    const { id } = await upTo('ready', answers);
    await served.client.event(id, { type: 'cancel' });
    const { body } = await served.api.get(planOf(id)).expect(200);
    expect(body.command).toContain('SERVICE_ACCOUNT_PASSWORD="********"');
  });
});

describe('A property that is not known for certain', () => {
  it('stands out in the plan: by its name, with what is uncertain', async () => {
    const { id } = await upTo('ready', answers);
    const { properties, uncertain } = (await served.api.get(planOf(id)).expect(200)).body as PlanView;
    expect(uncertain).toEqual(properties.filter(({ provenance }) => provenance !== 'documented').map(({ name }) => name));
    expect(uncertain).toEqual(expect.arrayContaining(['IS_RESET_EXTRANET', 'mailboxApplication.clientSecret', 'cloud.cloud']));
    for (const { name, note, passed } of properties.filter((property) => uncertain.includes(property.name))) {
      expect(note, name).toMatch(/\w/);
      expect(passed, name).toBe(/^[A-Z_]+$/.test(name));
    }
  });

  it('stands out on ready, each with a note of its own', async () => {
    const view = await upTo('ready', answers);
    const { uncertain } = (await served.api.get(planOf(view.id)).expect(200)).body as PlanView;
    const notes = view.page.notes.filter(({ code }) => code.endsWith('-property'));
    expect(notes.map(({ message }) => message.split(':')[0])).toEqual(uncertain);
    expect(notes).toContainEqual(expect.objectContaining({ code: 'disputed-property', page: 'resetPortalService' }));
    expect(notes).toContainEqual(expect.objectContaining({ code: 'unknown-property', page: 'mailboxApplication' }));
  });

  it('does not stand on the pages before', async () => {
    const { page } = await upTo('resetPortalService', answers);
    expect(page.notes.filter(({ code }) => code.endsWith('-property'))).toEqual([]);
  });
});

function planOf(id: string): string {
  return `/api/v1/installations/${id}/plan`;
}

async function upTo(page: string, given: PageAnswers, wish: object = {}): Promise<View> {
  let view = await served.client.begin({ mode: 'rehearsal', rehearsal: { pace: 1 }, ...wish });
  while (view.page.id !== page) {
    const next = await served.client.step(view, given);
    if (next.page.id === view.page.id) throw new Error(`${page} is not reached: ${JSON.stringify(next.problems)}`);
    view = next;
  }
  return view;
}
