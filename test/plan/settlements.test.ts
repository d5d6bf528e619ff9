import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { installJob } from '../../machines/chart/installJob.ts';
import { planOf } from '../../machines/plan/plan.ts';
import type { InstallJob } from '../../machines/ports/installer.ts';
import type { PackageSettlement } from '../../machines/ports/packageSettlement.ts';
import type { ConfigurationError } from '../../server/configuration/configurationError.ts';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import type { PlanView } from '../../server/plan/forms.ts';
import { settledJob } from '../../server/plan/settledInstall.ts';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { Walk } from '../chart/walk.ts';
import { type Served, serve } from '../http/service.ts';
import { engine, listen, pretend } from '../installer/jobs.ts';
import type { Feature } from './expected/derivation.ts';
import { answersOf, planned, valuesOf } from './planned.ts';

const folder = mkdtempSync(join(tmpdir(), 'settlements-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everything: Feature[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'];
const planC = (settlements: Parameters<typeof planned>[1]) => planned(answersOf('C', everything), settlements);
const propertyOf = (plan: ReturnType<typeof planC>, name: string) => plan.properties.find((property) => property.name === name);

describe('A property', () => {
  it('goes by the name that configuration gives it, and is no guess any more', () => {
    const plan = planC({ REGISTRATION_FIREWALL_CONFIG: { rename: 'REGISTRATION_FIREWALL_CONF' } });
    expect(propertyOf(plan, 'REGISTRATION_FIREWALL_CONFIG')).toBeUndefined();
    expect(propertyOf(plan, 'REGISTRATION_FIREWALL_CONF')).toMatchObject({
      value: '1',
      page: 'registrationPortal',
      field: 'openPort',
      provenance: 'documented',
      note: 'Settled by configuration.',
      passed: true,
    });
    expect(plan.uncertain).not.toContain('REGISTRATION_FIREWALL_CONF');
  });

  it('that nobody knows by name is passed on once it has one, and nothing is left to be done for it', () => {
    const unsettled = planC({});
    expect(propertyOf(unsettled, 'mailboxApplication.tenantId')).toMatchObject({ passed: false, provenance: 'unknown' });
    const plan = planC({
      'mailboxApplication.applicationId': { rename: 'APP_ID' },
      'mailboxApplication.tenantId': { rename: 'APP_TENANT' },
      'mailboxApplication.clientSecret': { rename: 'APP_KEY' },
      'mailServer.authentication': { rename: 'MAIL_AUTH', values: { applicationContext: '2' } },
      'mailServer.cloud': { leaveOut: true },
    });
    expect(valuesOf(plan)).toMatchObject({ APP_TENANT: 'e4405d02-8c0a-8c0a-8c0a-45239eb45a9f', APP_KEY: null, MAIL_AUTH: '2' });
    expect(propertyOf(plan, 'APP_KEY')).toMatchObject({ secret: true, passed: true });
    expect(plan.afterwards.map(({ code }) => code)).toEqual([
      'exchange-web-services-allow-list',
      'application-access-policy',
      'application-role',
    ]);
  });

  it('that nobody knows by name stays a guess, and says why, whatever else is settled of it', () => {
    const note = propertyOf(planC({}), 'cloud.cloud')?.note;
    expect(note).toMatch(/not publicly known/);
    const plan = planC({ 'cloud.cloud': { values: { global: '1' } } });
    expect(propertyOf(plan, 'cloud.cloud')).toMatchObject({ value: '1', provenance: 'unknown', note, passed: false });
  });

  it('has the value that is set, whatever the answers say', () => {
    expect(valuesOf(planC({ POLL_EXCHANGE_ENABLED: { set: '0' } }))).toMatchObject({ POLL_EXCHANGE_ENABLED: '0' });
  });

  it('has its values written otherwise', () => {
    const values = { Extranet: '1', None: '0' };
    const plan = planC({ IS_REGISTRATION_EXTRANET: { values }, IS_RESET_EXTRANET: { values } });
    expect(valuesOf(plan)).toMatchObject({ IS_REGISTRATION_EXTRANET: '1', IS_RESET_EXTRANET: '0' });
    expect(plan.uncertain).not.toContain('IS_RESET_EXTRANET');
  });

  it('is left out, or confirmed as it stands', () => {
    const plan = planC({ RESET_FIREWALL_CONF: { leaveOut: true }, IS_RESET_EXTRANET: { confirm: true } });
    expect(propertyOf(plan, 'RESET_FIREWALL_CONF')).toBeUndefined();
    expect(propertyOf(plan, 'IS_RESET_EXTRANET')).toMatchObject({ value: 'None', provenance: 'documented' });
  });

  it('that no page has is added, from no page', () => {
    expect(propertyOf(planC({ SHAREPOINTTIMEOUT: { set: '600' } }), 'SHAREPOINTTIMEOUT')).toMatchObject({
      value: '600',
      page: null,
      field: null,
      passed: true,
    });
  });

  it('that the answers leave out is added where its page belongs to what is installed, and only there', () => {
    const settlements = { CERTIFICATE_NAME: { set: 'ForefrontIdentityManager' }, RESET_PORT: { set: '81' } };
    expect(valuesOf(planC(settlements))).toMatchObject({ CERTIFICATE_NAME: 'ForefrontIdentityManager', RESET_PORT: '81' });
    const portalAlone = planned(answersOf('C', ['portal']), settlements);
    expect(valuesOf(portalAlone)).not.toHaveProperty('CERTIFICATE_NAME');
    expect(valuesOf(portalAlone)).not.toHaveProperty('RESET_PORT');
  });
});

describe('What somebody has settled by the package', () => {
  const settledBy = (answers: PageAnswers, name: string, how: Pick<PackageSettlement, 'property' | 'values'>) => {
    const walk = new Walk();
    walk.to('ready', answers);
    const product = { productName: 'MIM', productCode: '{1}', productVersion: '4.6.421.0' };
    const settlement = { ...how, for: 'package', who: 'local', at: '2026-01-02T00:00:00.000Z', product } as const;
    const context = { ...walk.context, settlements: { [name]: settlement } };
    const plan = planOf(context, 'ready', {});
    const told = settledJob(installJob(context) as InstallJob, {}).told.properties;
    return { property: plan.properties.find(({ name: one }) => one === how.property || one === name), told };
  };
  const polls = ['POLL_EXCHANGE_ENABLED', { property: 'POLL_EXCHANGE_ENABLED', values: { 1: '0' } }] as const;
  const cloud = ['cloud.cloud', { property: 'AZURE_CLOUD', values: { global: '1' } }] as const;

  it('counts where its property is in doubt', () => {
    const { property, told } = settledBy(answersOf('C', everything), ...polls);
    expect(property).toMatchObject({ value: '0', provenance: 'package' });
    expect(told).toMatchObject({ POLL_EXCHANGE_ENABLED: '0' });
  });

  it('does not where the answers leave no doubt, for that is passed on as it is published', () => {
    const { property, told } = settledBy(answersOf('A', everything), ...polls);
    expect(property).toMatchObject({ value: '1', provenance: 'documented' });
    expect(told).toMatchObject({ POLL_EXCHANGE_ENABLED: '1' });
  });

  it('does not where nobody has said what the package writes for the answer, which then is open', () => {
    expect(settledBy(answersOf('C', everything), ...cloud).told).toMatchObject({ AZURE_CLOUD: '1' });
    const { property, told } = settledBy(answersOf('C', everything, { cloud: { cloud: 'china' } }), ...cloud);
    expect(property).toMatchObject({ name: 'cloud.cloud', provenance: 'unknown', passed: false });
    expect(told).not.toHaveProperty('AZURE_CLOUD');
  });
});

describe("The installer's run", () => {
  const job: InstallJob = {
    installation: 'a',
    attempt: 1,
    features: ['CommonServices'],
    properties: {
      MAIL_SERVER: 'm',
      'cloud.cloud': 'global',
      'mailboxApplication.clientSecret': 'Key@word1',
      IS_RESET_EXTRANET: 'None',
    },
  };

  it('is not told what has no known name', () => {
    const { told, leftOut } = settledJob(job, {});
    expect(told.properties).toEqual({ MAIL_SERVER: 'm', IS_RESET_EXTRANET: 'None' });
    expect(leftOut).toEqual(['cloud.cloud', 'mailboxApplication.clientSecret']);
  });

  it('is told what the plan says, and a secret that goes by another name is still treated as one', () => {
    const settlements = {
      'mailboxApplication.clientSecret': { rename: 'APP_KEY' },
      IS_RESET_EXTRANET: { values: { None: '0' } },
      MAIL_SERVER: { leaveOut: true as const },
      RMS_PORT: { set: '5725' },
    };
    expect(settledJob(job, settlements).told).toEqual({
      ...job,
      properties: { APP_KEY: 'Key@word1', IS_RESET_EXTRANET: '0', RMS_PORT: '5725' },
      hidden: ['APP_KEY'],
    });
  });
});

describe('A secret that goes by another name', () => {
  it('is told to the installer, and stands in nothing that the job leaves behind', async () => {
    const pretended = await pretend();
    try {
      const secret = 'Key@word1';
      const lines = await pretended.script('lines', [
        engine(`A custom action was given ${secret}.`),
        'Property(S): APP_KEY = Other1',
      ]);
      const { told: job } = settledJob(pretended.job({ 'mailboxApplication.clientSecret': secret, LINES: lines }), {
        'mailboxApplication.clientSecret': { rename: 'APP_KEY' },
      });
      const { call, lines: heard } = listen();
      expect(await createInstaller(pretended.settings).install(job, call)).toMatchObject({ result: 'succeeded' });
      expect(heard().join('\n')).toContain('A custom action was given **********.');
      await rm(lines);
      expect(await pretended.everything()).toContain('APP_KEY=\\"**********');
      expect(await pretended.everything()).not.toMatch(/Key@word1|Other1/);
    } finally {
      await rm(pretended.folder, { recursive: true, maxRetries: 10, retryDelay: 100 });
    }
  });
});

describe('The section `properties` of the configuration', () => {
  it('is read from the file', () => {
    expect(
      read({ IS_RESET_EXTRANET: { values: { Extranet: 1, None: '0' } }, SHAREPOINTTIMEOUT: { set: 600 } }).properties,
    ).toEqual({ IS_RESET_EXTRANET: { values: { Extranet: '1', None: '0' } }, SHAREPOINTTIMEOUT: { set: '600' } });
  });

  it.each<[string, object, RegExp]>([
    [
      'a name that nobody knows',
      { 'mailServer.clowd': { leaveOut: true } },
      /mailServer\.clowd.*Did you mean mailServer\.cloud\?/,
    ],
    ['a misspelt public name', { IS_RESET_EXTRANETT: { confirm: true } }, /Did you mean IS_RESET_EXTRANET\?/],
    ['a name that Windows Installer would not take', { 'cloud.cloud': { rename: 'Cloud' } }, /upper case/],
    ['a secret', { SERVICE_ACCOUNT_PASSWORD: { set: 'x' } }, /Answer it on its page/],
    ['a secret by another name', { 'mailboxApplication.clientSecret': { rename: 'APP_KEY', set: 'x' } }, /Answer it on its page/],
    ['a secret that no page has', { PAM_PASSWORD: { set: 'x' } }, /Answer it on its page/],
    ['the name of another property', { RESET_HOSTNAME: { rename: 'RESET_PORT' } }, /RESET_PORT is the name of another/],
    ['one name twice', { RESET_HOSTNAME: { rename: 'X_Y' }, RESET_PORT: { rename: 'X_Y' } }, /X_Y is the name of another/],
    ['a guess confirmed that has no name', { 'cloud.cloud': { confirm: true } }, /Give it by rename/],
    ['a value without a name', { 'cloud.cloud': { set: '1' } }, /Give it by rename/],
    ['the features', { ADDLOCAL: { set: 'X' } }, /page components/],
    ['nothing', { RESET_PORT: {} }, /Say what about it/],
    ['what is left out and set', { RESET_PORT: { leaveOut: true, set: '1' } }, /left out cannot/],
    ['a value and values', { RESET_PORT: { values: { 80: '1' }, set: '1' } }, /either set or values/],
    ['line breaks', { RESET_HOSTNAME: { set: 'a\nb' } }, /line breaks/],
    ['a word that there is not', { RESET_PORT: { leaveout: true } }, /RESET_PORT\.leaveout: there is no such setting/],
  ])('refuses %s, and says what to do', (_, properties, message) => {
    expect(() => read(properties)).toThrow(message);
  });

  it('tells everything that is wrong with it at once', () => {
    const problems = problemsOf({
      ADDLOCAL: { leaveOut: true },
      'cloud.cloud': { confirm: true },
      SERVICE_ACCOUNT_PASSWORD: { set: 'x' },
    });
    expect(problems).toHaveLength(3);
  });

  it('reaches the plan, the notes on ready and the installer, without a change of code', async () => {
    const served = await serve({
      properties: {
        IS_REGISTRATION_EXTRANET: { values: { Extranet: '1', None: '0' } },
        'mailboxApplication.clientSecret': { rename: 'APP_KEY' },
        'mailServer.cloud': { leaveOut: true },
      },
    });
    try {
      const { id, notes } = await readyOn(served);
      const { body } = await served.api.get(`/api/v1/installations/${id}/plan`).expect(200);
      expect((body as PlanView).command).toContain(' IS_REGISTRATION_EXTRANET="1" ');
      expect((body as PlanView).command).toContain(' APP_KEY="********" ');
      expect(notes.join('\n')).toContain('cloud.cloud');
      expect(notes.join('\n')).not.toMatch(/IS_REGISTRATION_EXTRANET|mailServer\.cloud|APP_KEY|clientSecret/);

      await served.client.event(id, { type: 'install' });
      await served.client.until(id, 'postInstallation');
      const { text: log } = await served.api.get(`/api/v1/installations/${id}/log`).expect(200);
      expect(log).toContain('IS_REGISTRATION_EXTRANET = 1');
      expect(log).toContain('APP_KEY = **********');
      expect(log).not.toMatch(/cloud\.cloud|mailServer\.|App@secret1/);
    } finally {
      await served[Symbol.asyncDispose]();
    }
  });
});

function read(properties: object) {
  const path = join(folder, 'mim-setup.yaml');
  writeFileSync(path, stringify({ properties }));
  return readConfiguration({ MIM_SETUP_CONFIG: path });
}

function problemsOf(properties: object): readonly string[] {
  try {
    read(properties);
  } catch (error) {
    return (error as ConfigurationError).problems;
  }
  return [];
}

async function readyOn({ client }: Served): Promise<{ id: string; notes: string[] }> {
  const { view } = await client.walk(await client.begin(), answersFor('C'));
  expect(view.page.id).toBe('ready');
  return { id: view.id, notes: view.page.notes.filter(({ code }) => code.endsWith('-property')).map(({ message }) => message) };
}
