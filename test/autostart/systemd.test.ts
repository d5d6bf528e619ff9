import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standingOf } from '../../services/autostart/comesBack.ts';
import { systemd } from '../../services/autostart/linux/systemd.ts';
import { unitText } from '../../services/autostart/linux/unit.ts';
import { programCommand } from '../../services/autostart/thisProgram.ts';

const isMissing = spawnSync('systemd-analyze', ['--version']).status !== 0;
const skipped = isMissing && !process.env['CI'];
const { signal } = new AbortController();
const account = userInfo().username;

/** systemd's own programs, on a computer in a folder: what they write is what a real one has, and nothing is started. */
describe.skipIf(skipped)(`systemd${skipped ? ' (systemd is not installed)' : ''}`, () => {
  let root: string;
  let units: string;
  let data: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'mim-setup-systemd-'));
    units = join(root, 'etc/systemd/system');
    data = join(root, 'var/lib/mim setup');
    mkdirSync(units, { recursive: true });
    // Nothing runs that could read its units anew.
    const lines = ['#!/bin/sh', '[ "$1" = daemon-reload ] && exit 0', `exec systemctl --root='${root}' "$@"`, ''];
    writeFileSync(join(root, 'offline'), lines.join('\n'), { mode: 0o755 });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const here = () => systemd({ systemctl: [join(root, 'offline')], folder: units, booted: root });
  const entry = () => ({
    kind: 'runner' as const,
    account,
    data,
    command: [
      ...programCommand({ execPath: process.execPath, execArgv: [] }),
      'runner',
      '--url',
      'https://a/?50%$x',
      '--data',
      data,
    ],
  });
  const standing = async () => standingOf(await here().find('runner', signal), { kind: 'runner', account, data });

  it('takes the unit as it is written: systemd-analyze has nothing to say against it', () => {
    const path = join(units, 'mim-setup-runner.service');
    writeFileSync(path, unitText(entry()));
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' });
    const ours = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('mim-setup'));
    expect({ status, ours }).toEqual({ status: 0, ours: [] });
  });

  it('starts it with the computer, in a data folder of its own, and takes that back', async () => {
    expect(await standing()).toMatchObject({
      comesBack: false,
      reasons: [expect.stringContaining('mim-setup autostart install runner')],
    });
    await here().install(entry(), signal);
    expect(await standing()).toEqual({ comesBack: true, reasons: [], remarks: [] });
    expect(readdirSync(join(units, 'multi-user.target.wants'))).toEqual(['mim-setup-runner.service']);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    // Others than root get through to it.
    expect(statSync(join(root, 'var')).mode & 0o777).toBe(0o777 & ~process.umask());
    expect(await here().find('service', signal)).toBeNull();
    expect(await here().remove('runner', signal)).toBe(true);
    expect(await here().remove('runner', signal)).toBe(false);
    expect(await standing()).toMatchObject({ comesBack: false });
    expect(readdirSync(units, { recursive: true })).not.toContain('multi-user.target.wants/mim-setup-runner.service');
  });

  it('says why it would not come back: disabled, another account, another folder, a program that is gone, no systemd', async () => {
    await here().install(entry(), signal);
    spawnSync('systemctl', [`--root=${root}`, 'disable', 'mim-setup-runner.service']);
    expect((await standing()).reasons).toEqual(['The unit is disabled: systemctl enable mim-setup-runner.service.']);
    await here().install(entry(), signal);
    const found = await here().find('runner', signal);
    expect(standingOf(found, { kind: 'runner', account: 'other', data: '/elsewhere' }).reasons).toEqual([
      `The unit mim-setup-runner.service works in the data folder ${data}, and not in /elsewhere.`,
      `The unit mim-setup-runner.service runs as ${account}, and not as other.`,
    ]);
    await here().install({ ...entry(), command: ['/gone/node', ...entry().command.slice(1)] }, signal);
    expect((await standing()).reasons).toEqual(['There is no /gone/node any more.']);
    const byHand = unitText({ ...entry(), command: ['/gone/node', ...entry().command.slice(1, -2)] });
    writeFileSync(join(units, 'mim-setup-runner.service'), byHand);
    expect((await standing()).reasons).toEqual(['There is no /gone/node any more.']);
    const unbooted = systemd({ systemctl: [join(root, 'offline')], folder: units, booted: join(root, 'nowhere') });
    expect((await unbooted.find('runner', signal))?.obstacles).toContain(
      'This computer was not started by systemd, which would have to start it.',
    );
  });

  it('misses no log that is begun only when it starts', async () => {
    await here().install({ ...entry(), command: [...entry().command, '--log-file', join(root, 'log/runner.log')] }, signal);
    expect(await standing()).toEqual({ comesBack: true, reasons: [], remarks: [] });
  });

  it('knows no unknown user, and lets nobody but root change anything', async () => {
    await expect(here().install({ ...entry(), account: 'nobody-of-this-name' }, signal)).rejects.toThrow(
      'There is no user nobody-of-this-name on this computer.',
    );
    const refusing = join(root, 'systemctl');
    writeFileSync(refusing, '#!/bin/sh\necho "Access denied" >&2\nexit 1\n');
    chmodSync(refusing, 0o755);
    const unwilling = systemd({ systemctl: [refusing], folder: units, booted: root });
    await expect(unwilling.install(entry(), signal)).rejects.toThrow('systemd refuses: Access denied');
    const without = systemd({ systemctl: [join(root, 'no-such-program')], folder: units, booted: root });
    await expect(without.install(entry(), signal)).rejects.toThrow('There is no systemd on this computer.');
  });
});
