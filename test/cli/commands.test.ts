import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Left } from '../../server/cli/surroundings.ts';
import type { View } from '../../server/view/view.ts';
import { idIn, mimSetupHere, Written } from './here.ts';
import { emptyFolder, optionE, secretsOfOptionE as secrets } from './mimSetup.ts';

const quickly = ['--pace', '1'];

describe('run', () => {
  test('goes to ready and ends with 0; list, show, plan, report and resume know it afterwards', async () => {
    const folder = emptyFolder();
    const ran = await mimSetupHere(folder, ['run', optionE, '--name', 'Contoso', '--json', ...quickly], { environment: secrets });
    expect(ran).toMatchObject({ code: 0, errors: '' });
    const view = JSON.parse(ran.output) as View;
    expect(view).toMatchObject({
      status: 'ready',
      option: 'E',
      mode: 'rehearsal',
      name: 'Contoso',
      stopped: { reason: 'ready' },
    });

    const listed = await mimSetupHere(folder, ['list', '--json']);
    expect(JSON.parse(listed.output)).toMatchObject({ items: [{ id: view.id, status: 'ready', option: 'E', name: 'Contoso' }] });
    const inWords = await mimSetupHere(folder, ['list']);
    expect(inWords.output).toMatch(/^id +mode +status +page +option +changed +name\n/);
    expect(inWords.output).toMatch(new RegExp(`^${view.id} +rehearsal +ready +ready +E +[\\d -]+:\\d\\d +Contoso$`, 'm'));
    const shown = await mimSetupHere(folder, ['show', view.id]);
    expect(shown).toMatchObject({ code: 0, output: expect.stringContaining(`mim-setup resume ${view.id} --install`) });
    expect(shown.output).toMatch(/\nPassed:\n.+\(sign-in\): /);
    const planned = await mimSetupHere(folder, ['plan', view.id, '--json']);
    expect(JSON.parse(planned.output)).toMatchObject({ complete: true, option: 'E' });
    const reported = await mimSetupHere(folder, ['report', view.id]);
    expect(reported).toMatchObject({ code: 0, output: expect.stringContaining('# Contoso') });
    const asHtml = await mimSetupHere(folder, ['report', view.id, '--format', 'html', '--json']);
    expect(JSON.parse(asHtml.output)).toEqual({ format: 'html', text: expect.stringContaining('<!doctype html>') });

    const waiting = await mimSetupHere(folder, ['resume', view.id]);
    expect(waiting).toMatchObject({ code: 0, output: expect.stringContaining('Read the plan, then install:') });
    const resumed = await mimSetupHere(folder, ['resume', view.id, '--install', '--json']);
    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.output)).toMatchObject({ status: 'postInstallation' });
  });

  test('--install tells each page, its phase and what comes next, and ends with 0 when it has finished', async () => {
    const { code, output, errors } = await mimSetupHere(emptyFolder(), ['run', optionE, '--install', ...quickly], {
      environment: secrets,
    });
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(
      /^Rehearsing .*option-e\.yaml\. Nothing on this computer is touched\.\nThis is installation [\da-f-]{36}\.\n/,
    );
    const told = [
      'Prepare\n',
      'licenseAgreement',
      'Common services\n',
      'database',
      'Accounts\n',
      'accountSecurityWarning',
      'taken on knowingly',
      'Review\n',
      'Installation\n',
      'InstallFiles',
      'The rehearsed installer has succeeded',
      'Open the MIM Portal',
      'Finished, option E.',
      'mim-setup report',
    ];
    let rest = output;
    const missing = told.filter((text) => {
      const at = rest.indexOf(text);
      if (at >= 0) rest = rest.slice(at + text.length);
      return at < 0;
    });
    expect(missing).toEqual([]);
    // A phase is headed once, however many pages it has.
    expect(output.match(/^Common services$/gm)).toHaveLength(1);
  });

  test('ends with 3 where the installer fails, and resume --install tries again', async () => {
    const folder = emptyFolder();
    const failing = ['run', optionE, '--install', '--fail-at', 'RegisterService', ...quickly];
    const { code, output } = await mimSetupHere(folder, failing, { environment: secrets });
    expect(code).toBe(3);
    expect(output).toContain('The installer failed in the action RegisterService');
    expect(output).toContain('Read the log, mend the cause, then try again:');
    const again = await mimSetupHere(folder, ['resume', idIn(output), '--install']);
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('Closing tasks remain') });
  });

  test('stops with 1 where a check fails, says where and why, and resume --answers takes it up with a better file', async () => {
    const folder = emptyFolder();
    const worse = join(folder, 'answers.yaml');
    writeFileSync(worse, readFileSync(optionE, 'utf8').replace('contosoagl.contoso.com', 'sql.invalid'));
    const { code, output } = await mimSetupHere(folder, ['run', worse], { environment: secrets });
    expect(code).toBe(1);
    expect(output).toContain('Stopped at "Configure the MIM database connection" (database): a check failed.');
    expect(output).toContain('server: The name sql.invalid does not resolve.');
    const again = await mimSetupHere(folder, ['resume', idIn(output), '--answers', optionE, '--json'], { environment: secrets });
    expect(again.code).toBe(0);
    expect(JSON.parse(again.output)).toMatchObject({ id: idIn(output), status: 'ready' });
    const unfit = await mimSetupHere(folder, ['resume', idIn(output), '--answers', join(folder, 'none.yaml')]);
    expect(unfit).toMatchObject({ code: 2, errors: expect.stringContaining('There is no file') });
  });

  test('overrides a check by the file, and tells it among the warnings', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answers.yaml');
    const override = 'override:\n  service-address: The name comes tomorrow.\n';
    writeFileSync(file, `${readFileSync(optionE, 'utf8').replace(/^override:[\s\S]*?(?=^\S)/m, '')}${override}`);
    const failing = ['run', file, '--fail-check', 'service-address', '--times', '3', ...quickly];
    const { code, output } = await mimSetupHere(folder, failing, { environment: secrets });
    expect(code).toBe(0);
    expect(output).toMatch(
      /Checks with a warning, or overridden:\n[\s\S]*\(service-address\): overridden: The name comes tomorrow\./,
    );
  });

  test('stops with 1 at a page that the file does not answer, and at a warning that it does not name', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify({ pages: { licenseAgreement: { accepted: true }, cloud: { cloud: 'global' } } }));
    const unanswered = await mimSetupHere(folder, ['run', file]);
    expect(unanswered).toMatchObject({ code: 1, output: expect.stringContaining('(signIn): the file does not answer it.') });
    writeFileSync(file, readFileSync(optionE, 'utf8').replace(/^acknowledge:.*(?:\n {2}.*)*$/m, ''));
    const warned = await mimSetupHere(folder, ['run', file], { environment: secrets });
    expect(warned.code).toBe(1);
    expect(warned.output).toContain('(accountSecurityWarning): this warning is not acknowledged in the file.');
  });

  test('begins nothing by a file that is not valid, and tells each finding with file, line and column', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answers.yaml');
    writeFileSync(
      file,
      readFileSync(optionE, 'utf8').replace('cloud: global', 'cloud: mars').replace('    host: scsm', '    hots: scsm'),
    );
    const ran = await mimSetupHere(join(folder, 'data'), ['run', file]);
    expect(ran.code).toBe(1);
    expect(ran.output).toMatch(/answers\.yaml:\d+:\d+: error: cloud\.cloud: Choose one of global, china, governmentDod\./);
    expect(ran.output).toMatch(/answers\.yaml:\d+:5: error: reportingServer\.hots: .* Did you mean host\?/);
    expect(ran.output).toContain('Nothing was begun.');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('is left by Ctrl-C with 130, and says how it is taken up; resume finishes it', async () => {
    const folder = emptyFolder();
    const leaving = new AbortController();
    const output = new Written();
    output.on('written', () => {
      if (output.text.includes('InstallFiles')) leaving.abort(new Left());
    });
    const slowly = ['run', optionE, '--install', '--pace', '100'];
    const left = await mimSetupHere(folder, slowly, { environment: secrets, leave: leaving.signal, output });
    expect(left.code).toBe(130);
    const id = idIn(left.output);
    expect(left.errors).toContain(`Left. Take it up again with:\n  mim-setup resume ${id}\n`);
    expect(left.output).not.toContain('Finished');
    const resumed = await mimSetupHere(folder, ['resume', id]);
    expect(resumed).toMatchObject({ code: 0, output: expect.stringContaining('Finished, option E.') });
  });
});

describe('the secrets of a file', () => {
  test('come from the environment and from files beside it', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'answers.yaml');
    writeFileSync(join(folder, 'password.txt'), '\ufeffFrom@file1\r\n');
    writeFileSync(file, readFileSync(optionE, 'utf8').replace('{ env: SERVICE_ACCOUNT_PASSWORD }', '{ file: password.txt }'));
    const refused = { ...secrets, SIGN_IN_CLIENT_SECRET: 'wrong' };
    const { code, output } = await mimSetupHere(folder, ['run', file], { environment: refused });
    expect([code, output]).toEqual([1, expect.stringContaining('The directory refuses the secret of the application.')]);
    expect(await mimSetupHere(folder, ['run', file], { environment: secrets })).toMatchObject({ code: 0, errors: '' });
  });

  test('that are not set are made up in a rehearsal, which says so, and hold a live installation back', async () => {
    const folder = emptyFolder();
    const rehearsed = await mimSetupHere(folder, ['run', optionE]);
    expect(rehearsed.code).toBe(0);
    expect(rehearsed.errors).toMatch(/rehearsed with a made-up secret: SIGN_IN_CLIENT_SECRET, SERVICE_ACCOUNT_PASSWORD/);
    const live = await mimSetupHere(folder, ['run', optionE, '--mode', 'live'], {
      environment: { ...secrets, SERVICE_ACCOUNT_PASSWORD: '' },
    });
    expect(live.code).toBe(1);
    expect(live.output).toMatch(/serviceAccount\.password: The environment variable SERVICE_ACCOUNT_PASSWORD is not set\./);
    expect(live.output + live.errors).not.toContain('Sign@in1');
    expect(JSON.parse((await mimSetupHere(folder, ['list', '--json'])).output).items).toHaveLength(1);
  });
});

describe('what needs no installation', () => {
  test('validate tells whether a file leads to the review, or each finding of it', async () => {
    const folder = emptyFolder();
    const good = await mimSetupHere(folder, ['validate', optionE]);
    expect(good).toMatchObject({ code: 0, errors: '' });
    expect(good.output).toMatch(/leads to the review, by option E: \d+ screens\.\nRehearse it next:\n {2}mim-setup run /);
    const file = join(folder, 'answers.yaml');
    writeFileSync(file, readFileSync(optionE, 'utf8').replace('cloud: global', 'cloud: mars'));
    const bad = await mimSetupHere(folder, ['validate', file]);
    expect(bad).toMatchObject({
      code: 1,
      output: expect.stringMatching(/: cloud\.cloud: Choose one of .*\n1 finding to mend\.\n$/),
    });
    expect(JSON.parse((await mimSetupHere(folder, ['validate', file, '--json'])).output)).toMatchObject({
      valid: false,
      stopsAt: 'cloud',
      findings: [{ page: 'cloud', field: 'cloud', severity: 'error' }],
      secrets: [{ env: 'SIGN_IN_CLIENT_SECRET' }, { env: 'SERVICE_ACCOUNT_PASSWORD' }, {}, {}],
    });
    expect(readdirSync(folder)).toEqual(['answers.yaml']);
  });

  test('plan of a file is told in words, as JSON, as a batch file and for PowerShell', async () => {
    const folder = emptyFolder();
    const plan = (...form: string[]) => mimSetupHere(folder, ['plan', optionE, ...form]);
    const words = await plan();
    expect(words).toMatchObject({
      code: 0,
      output: expect.stringMatching(/SQLSERVER_SERVER +contosoagl\.contoso\.com +database\.server/),
    });
    expect(words.output).toMatch(/IS_RESET_EXTRANET .* disputed/);
    for (const json of [await plan('--json'), await plan('--format', 'json')])
      expect(JSON.parse(json.output)).toMatchObject({ complete: true, option: 'E', missing: [] });
    expect((await plan('--format', 'cmd')).output).toContain('@echo off');
    expect((await plan('--format', 'ps1')).output).toContain('msiexec');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('plan of a file that does not do tells its findings, with 1', async () => {
    const file = join(emptyFolder(), 'answers.yaml');
    writeFileSync(file, readFileSync(optionE, 'utf8').replace('cloud: global', 'cloud: mars'));
    expect(await mimSetupHere(emptyFolder(), ['plan', file])).toMatchObject({
      code: 1,
      output: expect.stringContaining('cloud.cloud'),
    });
    const json = await mimSetupHere(emptyFolder(), ['plan', file, '--json']);
    expect(JSON.parse(json.output)).toMatchObject({ valid: false, findings: [{ page: 'cloud' }] });
  });

  test('pages lists the pages, and what one of them asks', async () => {
    const pages = (...args: string[]) => mimSetupHere(emptyFolder(), ['pages', ...args]);
    expect(JSON.parse((await pages('--json')).output).items.map(({ id }: { id: string }) => id)).toContain('mailServer');
    expect((await pages()).output).toMatch(/^mailServer +form +\w+ +/m);
    const one = await pages('mailServer');
    expect(one.output).toMatch(/\nFields:\n[\s\S]*type +yes [\s\S]*office365China[\s\S]*\nChecks:\n/);
    expect((await pages('welcome')).output).not.toContain('Fields:');
    expect((await pages('accountSecurityWarning')).output).toMatch(/Guide: .+\.\n$/);
    expect(await pages('mailSever')).toMatchObject({ code: 2, errors: expect.stringContaining('Did you mean mailServer?') });
  });

  test('config prints what is in force, in words as YAML, and secrets only as set', async () => {
    const folder = emptyFolder();
    const environment = { MIM_SETUP_TOKEN: 'a-token-for-the-test', MIM_SETUP_PORT: '5999' };
    const words = await mimSetupHere(folder, ['config', '--host', '127.0.0.2'], { environment });
    expect(words.code).toBe(0);
    expect(words.output).toMatch(/^host: 127\.0\.0\.2$/m);
    expect(words.output).toMatch(/^port: 5999$/m);
    expect(words.output).toMatch(/^token: \(set\)$/m);
    const json = await mimSetupHere(folder, ['config', '--json'], { environment });
    expect(JSON.parse(json.output)).toMatchObject({ host: '127.0.0.1', port: 5999, token: '(set)', data: folder });
    const bad = await mimSetupHere(folder, ['config'], { environment: { MIM_SETUP_PORT: 'x', MIM_SETUP_LOG_LEVEL: 'loud' } });
    expect(bad.code).toBe(2);
    expect(bad.errors).toMatch(/port \(MIM_SETUP_PORT\)[\s\S]*logLevel \(MIM_SETUP_LOG_LEVEL\)/);
  });

  test('inspect refuses what is no package', async () => {
    const { code, errors } = await mimSetupHere(emptyFolder(), ['inspect', optionE]);
    expect([code, errors]).toEqual([2, expect.stringContaining('The package is not the right one')]);
  });
});

describe('report', () => {
  test('asks where a log cannot tell, and takes the word for it: --installed', async () => {
    const folder = emptyFolder();
    const { output } = await mimSetupHere(folder, ['run', optionE, ...quickly], { environment: secrets });
    const reporting = ['report', idIn(output), '--exit-code', '0', '--log', join(folder, 'log.txt')];
    writeFileSync(join(folder, 'log.txt'), 'MainEngineThread is returning 0\r\n');
    const asked = await mimSetupHere(folder, reporting);
    expect(asked).toMatchObject({ code: 2, errors: expect.stringContaining('--installed on the command line') });
    const taken = await mimSetupHere(folder, [...reporting, '--installed', '--json']);
    expect(taken).toMatchObject({ code: 0, errors: '' });
    expect(JSON.parse(taken.output)).toMatchObject({ status: 'postInstallation', outcome: { result: 'succeeded' } });
  });

  test('tells two causes as two, each with what helps', async () => {
    const folder = emptyFolder();
    const { output } = await mimSetupHere(folder, ['run', optionE, ...quickly], { environment: secrets });
    writeFileSync(
      join(folder, 'log.txt'),
      "Login failed for user 'CONTOSO\\somebody'.\r\nMainEngineThread is returning 1603\r\n",
    );
    const id = idIn(output);
    const failed = await mimSetupHere(folder, ['report', id, '--exit-code', '1603', '--log', join(folder, 'log.txt')]);
    const shown = await mimSetupHere(folder, ['show', id]);
    expect(failed.code).toBe(3);
    for (const { output: told } of [failed, shown]) expect(told).toMatch(/It may be that: .*SQL.*\. .*Or: .*SQL.*\. /);
  });
});
