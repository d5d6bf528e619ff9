import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../server/configuration/configurationError.ts';
import { liveSettingsOf } from '../../server/configuration/liveSettings.ts';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import { answersFor } from '../answers.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { pipeline } from '../peers/entra/tenants.ts';
import { comeTo, configurationFile } from './liveService.ts';
import { startProcess } from './serviceProcess.ts';

let folder: string;
let peer: EntraPeer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-configuration-'));
  peer = await startEntra();
});
afterAll(async () => {
  await peer?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('How the real world is asked', () => {
  test('has a default for everything: 15 seconds for a check, a minute for those of the host, and no directory', () => {
    expect(settingsOf({})).toMatchObject({ timeout: 15_000, hostTimeout: 60_000, clouds: {}, directory: { url: undefined } });
  });

  test('is taken from the configuration, files read, and addresses without a slash at the end', () => {
    const passwordFile = fileWith('password.txt', 'Reader~1\n');
    const settings = settingsOf({
      checks: { timeout: 5_000, hostTimeout: 90_000 },
      entra: { clouds: { china: { login: 'https://login.contoso.com/' } } },
      directory: { url: 'ldap://dc1.contoso.com', user: 'CONTOSO\\reader', passwordFile, caFile: peer.caFile },
      sql: { caFile: peer.caFile },
      mail: { smtpPort: 2525, hosts: { 'outlook.office365.com': 'relay.contoso.com:8443' } },
    });
    expect(settings).toMatchObject({
      timeout: 5_000,
      hostTimeout: 90_000,
      clouds: { china: { login: 'https://login.contoso.com' } },
      directory: { url: 'ldap://dc1.contoso.com', password: 'Reader~1', ca: expect.stringContaining('BEGIN CERTIFICATE') },
      sql: { ca: expect.stringContaining('BEGIN CERTIFICATE') },
      mail: { smtpPort: 2525 },
    });
  });

  test.each([
    ['dc1.contoso.com', 'directory.url'],
    ['https://dc1.contoso.com', 'directory.url'],
    ['ldaps:', 'directory.url'],
    ['ldaps:///', 'directory.url'],
  ])('refuses %s as the address of a directory, at start', (url, named) => {
    expect(problemsOf({ directory: { url } })).toEqual([expect.stringMatching(new RegExp(`^${named} .*ldaps://dc1`))]);
  });

  test('is judged at start, and all that is not valid is told at once', () => {
    const noCertificate = fileWith('no.pem', 'nonsense');
    const problems = problemsOf({
      checks: { timeout: 5 },
      entra: { clouds: { global: { login: 'http://login.contoso.com', graph: 'https://graph.contoso.com?x' } } },
      directory: { url: 'ldaps://dc1.contoso.com', caFile: join(folder, 'absent.pem') },
      sql: { caFile: noCertificate },
      mail: { smtpPort: 0, hosts: { 'outlook.office365.com': 'https://relay' } },
    });
    const named = problems.map((problem) => problem.split(' ')[0]);
    expect(named.sort()).toEqual([
      'checks.timeout',
      'directory.caFile',
      'entra.clouds.global.graph',
      'entra.clouds.global.login',
      'mail.hosts.outlook.office365.com',
      'mail.smtpPort',
      'sql.caFile',
    ]);
  });

  test.each([
    ['a user without a password', { url: 'ldaps://dc1', user: 'reader' }, 'directory.user'],
    ['a password without a user', { url: 'ldaps://dc1', password: 'Reader~1' }, 'directory.user'],
    ['a user without a server', { user: 'reader', password: 'Reader~1' }, 'directory.url'],
  ])('refuses %s for the directory', (_, directory, named) => {
    const problems = problemsOf({ directory });
    expect(problems).toEqual([expect.stringContaining(named)]);
    expect(problems.join()).not.toContain('Reader~1');
  });
});

test('What the system trusts is trusted: a company’s own authority needs no further word', async () => {
  const signIn = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline };
  // OpenSSL's own variables say what the system's store is, where a system has no other.
  await using service = await startProcess(
    { entra: { clouds: peer.overrides } },
    { SSL_CERT_FILE: peer.caFile, SSL_CERT_DIR: folder },
  );
  const { id } = await comeTo(service.client, 'signIn', answersFor('E'));
  const { body } = await service.client.event(id, { type: 'submit', page: 'signIn', answers: signIn });
  expect(body.page.id).toBe('components');
});

function settingsOf(settings: object) {
  return liveSettingsOf(configurationOf(settings));
}

function configurationOf(settings: object) {
  using file = configurationFile(settings);
  return readConfiguration({}, { config: file.path });
}

function problemsOf(settings: object): readonly string[] {
  try {
    configurationOf(settings);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

function fileWith(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
