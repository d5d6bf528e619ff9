import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { emptyFolder, mimSetup, optionE, secretsOfOptionE as secrets, start } from '../cli/mimSetup.ts';
import { packageToolsMissing } from '../peers/package/packageTools.ts';
import { buildStandIn } from '../peers/package/standIn.ts';

// Each command is a process of its own, and the computer may be busy.
vi.setConfig({ testTimeout: 180_000 });

describe('by itself, on a data folder', () => {
  test('run goes to ready and ends with 0; list, show, plan, report and resume know it afterwards', async () => {
    const folder = emptyFolder();
    const ran = await mimSetup(folder, ['run', optionE, '--name', 'Contoso', '--pace', '5', '--json'], secrets);
    expect(ran).toMatchObject({ code: 0, errors: '' });
    const view = JSON.parse(ran.output) as View;
    expect(view).toMatchObject({
      status: 'ready',
      option: 'E',
      mode: 'rehearsal',
      name: 'Contoso',
      stopped: { reason: 'ready' },
    });

    const [listed, shown, planned, reported] = await oneByOne(folder, [
      ['list', '--json'],
      ['show', view.id],
      ['plan', view.id, '--format', 'json'],
      ['report', view.id],
    ]);
    expect(JSON.parse(listed!.output)).toMatchObject({ items: [{ id: view.id, status: 'ready', option: 'E', name: 'Contoso' }] });
    expect(shown!.output).toContain(`main.ts resume ${view.id} --install`);
    expect(JSON.parse(planned!.output)).toMatchObject({ complete: true, option: 'E' });
    expect(reported!.output).toContain('# Contoso');

    const resumed = await mimSetup(folder, ['resume', view.id, '--install', '--json']);
    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.output)).toMatchObject({ status: 'postInstallation' });
  });

  test('run --install tells each page, its phase and what comes next, and ends with 0 when it has finished', async () => {
    const { code, output, errors } = await mimSetup(emptyFolder(), ['run', optionE, '--install', '--pace', '5'], secrets);
    expect(code).toBe(0);
    expect(errors).toBe('');
    expect(output).toMatch(/Rehearsing .*option-e\.yaml\. Nothing on this computer is touched\./);
    const lines = ['Prepare', 'licenseAgreement', 'Common services', 'database', 'Accounts', 'accountSecurityWarning', 'Review'];
    const told = [
      ...lines,
      'Installation',
      'InstallFiles',
      'The rehearsed installer has succeeded',
      'Open the MIM Portal',
      'Finished, option E.',
      'main.ts report',
    ];
    let at = 0;
    for (const text of told) {
      const found = output.indexOf(text, at);
      expect(found, text).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  test('an installer that fails ends with 3, and resume --install tries again', async () => {
    const folder = emptyFolder();
    const failing = ['--fail-at', 'RegisterService', '--pace', '5'];
    const { code, output } = await mimSetup(folder, ['run', optionE, '--install', ...failing], secrets);
    expect(code).toBe(3);
    expect(output).toContain('The installer failed in the action RegisterService');
    const id = idIn(output);
    const again = await mimSetup(folder, ['resume', id, '--install']);
    expect(again.code).toBe(0);
    expect(again.output).toContain('Closing tasks remain');
  });

  test('a check that fails stops the run with 1, says where and why, and resume --answers takes it up with a better file', async () => {
    const folder = emptyFolder();
    const worse = join(folder, 'answers.yaml');
    writeFileSync(worse, readFileSync(optionE, 'utf8').replace('contosoagl.contoso.com', 'sql.invalid'));
    const { code, output } = await mimSetup(folder, ['run', worse], secrets);
    expect(code).toBe(1);
    expect(output).toContain('Stopped at "Configure the MIM database connection" (database): a check failed.');
    expect(output).toContain('server: The name sql.invalid does not resolve.');
    const id = idIn(output);
    const again = await mimSetup(folder, ['resume', id, '--answers', optionE, '--json'], secrets);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.output)).toMatchObject({ id, status: 'ready' });
  });

  test('a page that is not answered stops the run there, with 1', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify({ pages: { licenseAgreement: { accepted: true }, cloud: { cloud: 'global' } } }));
    const { code, output } = await mimSetup(folder, ['run', file]);
    expect(code).toBe(1);
    expect(output).toContain('(signIn): the file does not answer it.');
  });

  test('a file that does not do begins nothing, and tells each finding with file, line and column', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answers.yaml');
    writeFileSync(
      file,
      readFileSync(optionE, 'utf8').replace('cloud: global', 'cloud: mars').replace('    host: scsm', '    hots: scsm'),
    );
    const validated = await mimSetup(folder, ['validate', file]);
    expect(validated.code).toBe(1);
    expect(validated.output).toMatch(/answers\.yaml:\d+:\d+: error: cloud\.cloud: Choose one of global, china, governmentDod\./);
    expect(validated.output).toMatch(/answers\.yaml:\d+:5: error: reportingServer\.hots: .* Did you mean host\?/);
    const json = JSON.parse((await mimSetup(folder, ['validate', file, '--json'])).output);
    expect(json).toMatchObject({
      valid: false,
      stopsAt: 'cloud',
      findings: [{ page: 'cloud', field: 'cloud' }, { page: 'reportingServer' }],
    });
    const ran = await mimSetup(folder, ['run', file, '--data', 'data']);
    expect(ran).toMatchObject({ code: 1 });
    expect(ran.output).toContain('Nothing was begun.');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('validate needs no environment and no data folder', async () => {
    const folder = emptyFolder();
    expect(await mimSetup(folder, ['validate', optionE])).toMatchObject({ code: 0, errors: '' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('Ctrl-C leaves an installation with 130 and says how to take it up, and resume finishes it', async () => {
    const folder = emptyFolder();
    const child = start(folder, ['run', optionE, '--install', '--pace', '150'], secrets);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const errors: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    await expect.poll(() => output, { timeout: 60_000 }).toContain('InstallFiles');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    const id = idIn(output);
    expect(errors.join('')).toContain(`main.ts resume ${id}`);
    const resumed = await mimSetup(folder, ['resume', id]);
    expect(resumed.code).toBe(0);
    expect(resumed.output).toContain('Finished, option E.');
  });
});

describe('secrets', () => {
  test('come from the environment and from files beside the answers file, and from nowhere else', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answers.yaml');
    writeFileSync(join(folder, 'password.txt'), 'From@file1\r\n');
    writeFileSync(file, readFileSync(optionE, 'utf8').replace('{ env: SERVICE_ACCOUNT_PASSWORD }', '{ file: password.txt }'));
    const refused = { ...secrets, SIGN_IN_CLIENT_SECRET: 'wrong' };
    const { code, output } = await mimSetup(folder, ['run', file], refused);
    expect(code).toBe(1);
    expect(output).toContain('The directory refuses the secret of the application.');
    expect((await mimSetup(folder, ['run', file], secrets)).code).toBe(0);
    for (const name of ['mim-setup.log', 'mim-setup.db', 'mim-setup.db-wal']) {
      const path = join(folder, 'data', name);
      if (existsSync(path)) expect(readFileSync(path, 'latin1')).not.toMatch(/From@file1|Sign@in1/);
    }
  });

  test('that are not set are made up in a rehearsal, which says so, and hold a live installation back', async () => {
    const folder = emptyFolder();
    const rehearsed = await mimSetup(folder, ['run', optionE]);
    expect(rehearsed.code).toBe(0);
    expect(rehearsed.errors).toContain('SIGN_IN_CLIENT_SECRET, SERVICE_ACCOUNT_PASSWORD');
    const live = await mimSetup(folder, ['run', optionE, '--mode', 'live'], { ...secrets, SERVICE_ACCOUNT_PASSWORD: '' });
    expect(live.code).toBe(1);
    expect(live.output).toMatch(/serviceAccount\.password: The environment variable SERVICE_ACCOUNT_PASSWORD is not set\./);
    expect(live.output + live.errors).not.toContain('Sign@in1');
  });
});

describe('against a running service', () => {
  test('run, list, show, plan and resume print and end as they do by themselves; the folder of the service is not opened', async () => {
    const folder = emptyFolder();
    const token = 'a-token-for-the-test';
    const url = await serve(folder, { MIM_SETUP_TOKEN: token });
    const there = ['--url', url];
    const environment = { ...secrets, MIM_SETUP_TOKEN: token };

    const ran = await mimSetup(folder, ['run', optionE, '--json', ...there], environment);
    expect(ran).toMatchObject({ code: 0, errors: '' });
    const remote = JSON.parse(ran.output) as View;
    const elsewhere = JSON.parse((await mimSetup(emptyFolder(), ['run', optionE, '--json'], secrets)).output) as View;
    const told = ({ status, page, trail, option, checks, can }: View) => {
      return { status, page, trail, option, can, checks: checks.map(({ id, status: how }) => [id, how]) };
    };
    expect(told(remote)).toEqual(told(elsewhere));

    const [listed, shown, planned, resumed, inUse, wrong] = await Promise.all([
      mimSetup(folder, ['list', ...there], environment),
      mimSetup(folder, [...there, 'show', remote.id, '--json'], environment),
      mimSetup(folder, ['plan', remote.id, '--format', 'ps1'], { ...environment, MIM_SETUP_URL: url }),
      mimSetup(folder, ['resume', remote.id, ...there], environment),
      mimSetup(folder, ['list']),
      mimSetup(folder, ['list', ...there, '--token', 'another-token-of-sorts']),
    ]);
    expect(listed!.output).toContain(remote.id);
    expect(JSON.parse(shown!.output)).toMatchObject({ id: remote.id, status: 'ready' });
    expect(planned!.output).toContain('msiexec');
    expect(resumed).toMatchObject({ code: 0 });
    expect(resumed!.output).toContain(`main.ts resume ${remote.id} --install --url ${url}`);
    expect(inUse!.code).toBe(2);
    expect(inUse!.errors).toContain('is in use by another mim-setup. Talk to that one with --url');
    expect(wrong).toMatchObject({ code: 2, output: '' });
    expect(wrong!.errors).toContain('This token is not known.');
  });

  test('a service that is not there ends with 2', async () => {
    const { code, errors } = await mimSetup(emptyFolder(), ['list', '--url', 'http://127.0.0.1:9']);
    expect(code).toBe(2);
    expect(errors).toContain('No mim-setup service answers at http://127.0.0.1:9.');
  });

  test.skipIf(process.platform !== 'linux')('a token that was given as an option does not stay readable for others', async () => {
    const child = start(emptyFolder(), ['serve', '--port', '0', '--token', 'a-token-of-its-own']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    expect(readFileSync(`/proc/${child.pid}/cmdline`, 'latin1')).not.toContain('a-token-of-its-own');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe.skipIf(process.platform === 'win32')('where the installer cannot run on the host', () => {
  test('run ends at the review with 0 and names the script and the report; report takes exit code and log', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'mim-setup.yaml'), nobodyAnswers);
    writeFileSync(join(folder, 'answers.yaml'), portalAlone);
    writeFileSync(join(folder, 'log.txt'), 'Action start 1:00:00: InstallFiles.\r\nMainEngineThread is returning 1603\r\n');
    const configured = ['--config', 'mim-setup.yaml'];
    const ran = await mimSetup(folder, ['run', 'answers.yaml', '--mode', 'live', ...configured], secrets);
    expect(ran.code).toBe(0);
    const id = idIn(ran.output);
    expect(ran.output).toContain(`main.ts plan ${id} --format ps1 --config mim-setup.yaml`);
    expect(ran.output).toContain(`main.ts report ${id} --exit-code <code> --log <file> --config mim-setup.yaml`);

    const early = await mimSetup(folder, ['report', id, '--log', 'log.txt', ...configured]);
    expect(early).toMatchObject({ code: 2, errors: expect.stringContaining('together with --exit-code') });
    const failed = await mimSetup(folder, ['report', id, '--exit-code', '1603', '--log', 'log.txt', ...configured]);
    expect(failed.code).toBe(3);
    expect(failed.output).toContain('The installer failed');
    const succeeded = await mimSetup(folder, ['report', id, '--exit-code', '0', '--json', ...configured]);
    expect(succeeded.code).toBe(0);
    expect(JSON.parse(succeeded.output)).toMatchObject({ status: 'postInstallation' });
    const again = await mimSetup(folder, ['report', id, '--exit-code', '0', ...configured]);
    // A report that was taken wrongly is taken back by another one.
    expect(again).toMatchObject({ code: 0, errors: '' });
  });
});

/** Nothing of the real world is asked: the directory's hosts are closed ports of this computer. */
const nobodyAnswers = `
checks: { timeout: 500 }
entra: { clouds: { global: { login: 'https://127.0.0.1:9', graph: 'https://127.0.0.1:9' } } }
`;

const portalAlone = `
pages:
  licenseAgreement: { accepted: true }
  cloud: { cloud: global }
  signIn:
    method: clientCredentials
    tenant: contoso.onmicrosoft.com
    clientId: 48b15b07-ae4a-ae4a-ae4a-8850556d6b76
    clientSecret: { env: SIGN_IN_CLIENT_SECRET }
  components: { features: [portal] }
  serviceAddress: { host: mim.invalid }
  sharePointSite: { url: http://mim.invalid }
  registrationPortalUrl: {}
  firewall: { openServicePorts: true, grantPortalAccess: true }
acknowledge: [sharePointTimerWarning]
override:
  sign-in: Nobody answers here.
  service-address: Nobody answers here.
  sharepoint-site: Nobody answers here.
`;

describe('what needs no installation', () => {
  test('plan of a file needs no service: in words, as JSON, as a batch file and for PowerShell', async () => {
    const folder = emptyFolder();
    const [words, json, cmd, ps1] = await Promise.all(
      [[], ['--json'], ['--format', 'cmd'], ['--format', 'ps1']].map((form) => mimSetup(folder, ['plan', optionE, ...form])),
    );
    expect(words).toMatchObject({ code: 0 });
    expect(words!.output).toMatch(/SQLSERVER_SERVER +contosoagl\.contoso\.com +database\.server/);
    expect(words!.output).toMatch(/IS_RESET_EXTRANET .* disputed/);
    expect(JSON.parse(json!.output)).toMatchObject({ complete: true, option: 'E', missing: [] });
    expect(cmd!.output).toContain('@echo off');
    expect(ps1!.output).toContain('msiexec');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('pages lists the pages, and what one of them asks', async () => {
    const folder = emptyFolder();
    const [all, one, none] = await oneByOne(folder, [
      ['pages', '--json'],
      ['pages', 'mailServer'],
      ['pages', 'mailSever'],
    ]);
    expect(JSON.parse(all!.output).items.map(({ id }: { id: string }) => id)).toContain('mailServer');
    expect(one!.output).toContain('office365China');
    expect(none).toMatchObject({ code: 2 });
    expect(none!.errors).toContain('Did you mean mailServer?');
  });

  test('config prints what is in force, and secrets only as set; what does not do ends with 2, all at once', async () => {
    const folder = emptyFolder();
    const environment = { MIM_SETUP_TOKEN: 'a-token-for-the-test', MIM_SETUP_PORT: '5999' };
    const { code, output } = await mimSetup(folder, ['config', '--host', '127.0.0.2', '--json'], environment);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ host: '127.0.0.2', port: 5999, token: '(set)' });
    const bad = await mimSetup(folder, ['config'], { MIM_SETUP_PORT: 'x', MIM_SETUP_LOG_LEVEL: 'loud' });
    expect(bad.code).toBe(2);
    expect(bad.errors).toMatch(/port \(MIM_SETUP_PORT\)[\s\S]*logLevel \(MIM_SETUP_LOG_LEVEL\)/);
  });

  test('every subcommand has help; an unknown option or subcommand ends with 2', async () => {
    const folder = emptyFolder();
    const [help, ofRun, option, subcommand] = await oneByOne(folder, [
      ['--help'],
      ['run', '--help'],
      ['run', '--frobnicate'],
      ['instal'],
    ]);
    expect(help).toMatchObject({ code: 0 });
    expect(help!.output).toContain('wizard');
    expect(ofRun!.output).toContain('--install');
    expect(ofRun!.output).toContain('--url');
    expect(option).toMatchObject({ code: 2, output: '' });
    expect(subcommand).toMatchObject({ code: 2 });
    expect(subcommand!.errors).toContain("unknown command 'instal'");
  });

  test('the wizard refuses where there is no terminal, with 2, and names run', async () => {
    const { code, errors } = await mimSetup(emptyFolder(), ['wizard']);
    expect(code).toBe(2);
    expect(errors).toContain('main.ts run <answers>');
  });

  test('with --json a failure is one JSON document too', async () => {
    const { code, output, errors } = await mimSetup(emptyFolder(), ['show', 'nothing', '--json']);
    expect(code).toBe(2);
    expect(errors).toBe('');
    expect(JSON.parse(output)).toMatchObject({ problem: { code: 'misuse', detail: expect.stringContaining('no data folder') } });
  });

  test('inspect refuses what is no package', async () => {
    const { code, errors } = await mimSetup(emptyFolder(), ['inspect', optionE]);
    expect(code).toBe(2);
    expect(errors).toContain('The package is not the right one');
  });

  const skipped = packageToolsMissing !== null && !process.env['CI'];
  test.skipIf(skipped)(
    `inspect prints what a package says of itself (${packageToolsMissing ?? 'wixl is installed'})`,
    async () => {
      const folder = emptyFolder();
      const path = await buildStandIn(folder);
      const [words, json] = await oneByOne(folder, [
        ['inspect', path],
        ['inspect', path, '--json'],
      ]);
      expect(words).toMatchObject({ code: 0 });
      expect(words!.output).toContain('4.6.421.0');
      expect(JSON.parse(json!.output)).toMatchObject({ productVersion: '4.6.421.0' });
    },
  );
});

async function oneByOne(folder: string, commands: readonly (readonly string[])[]) {
  const ended: Awaited<ReturnType<typeof mimSetup>>[] = [];
  for (const args of commands) ended.push(await mimSetup(folder, args));
  return ended;
}

/** Starts a service on a free port, and tells its address. */
async function serve(folder: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const child = start(folder, ['serve', '--port', '0', '--json', '--log-level', 'silent'], environment);
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const [told] = (await once(child.stdout, 'data')) as [Buffer];
  return (JSON.parse(told.toString()) as { url: string }).url;
}

function idIn(output: string): string {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(output)?.[0] ?? 'none';
}
