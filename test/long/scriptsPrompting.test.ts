import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { readUnseen } from '../../server/plan/batchFile.ts';
import { secretsOf } from '../../server/plan/command.ts';
import { Terminal } from '../cli/terminal.ts';
import { pwsh, pwshMissing } from '../peers/powershell/pwsh.ts';
import { standIns } from '../peers/powershell/standIns.ts';
import type { Feature } from '../plan/expected/derivation.ts';
import { answersOf, planned } from '../plan/planned.ts';
import { pathOf } from '../scripts/ask.ts';
import { prepareServer } from '../scripts/installing.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 180_000 });

const missing =
  pwshMissing ?? (spawnSync('script', ['--version']).status === 0 ? null : 'script, of util-linux, is not installed');
const skipped = missing !== null && !process.env['CI'];
const run = promisify(execFile);

/** A typed line that PowerShell does not lose, whatever is in it. */
const typed = [`"Pä$\`'x' \`y\` %PATH% !`, '$(calc);#日本', 'a\\" ADDLOCAL="b', '^&|<>()@{}#;,= ‘’“”', '!PATH! \\\\'];
const everything: Feature[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'];

test.skipIf(skipped)(
  `The PowerShell script of the plan asks for each secret, shows none, and hands on what was typed as it is (${missing ?? 'on a pseudo-terminal'})`,
  async () => {
    const plan = planned(answersOf('C', everything));
    const secrets = secretsOf(plan);
    await using server = await prepareServer(plan, { installer: { exitCode: 42 } });
    const tty = join(server.windows.folder, 'tty');
    const terminal = new Terminal(`sh -c 'tty > "$TTY"; exec "$PWSH" -NoLogo -NoProfile -File "$UNDER" "$SCRIPT"'`, {
      cwd: '/',
      environment: {
        ...server.windows.environment,
        MIM_SETUP_TEST_STAND_INS: await standIns(),
        PWSH: pwsh!,
        UNDER: pathOf('test/peers/powershell/underWindows.ps1'),
        SCRIPT: server.script,
        TTY: tty,
      },
    });
    try {
      for (const [at, { label }] of secrets.entries()) {
        await terminal.sees(`${label}: `);
        await untilKeysAreRead(tty);
        terminal.types(`${typed[at]}\r`);
      }
      expect(await terminal.ended()).toBe(42);
      const { properties } = (await server.started())!;
      expect(properties).toMatchObject(Object.fromEntries(secrets.map(({ property }, at) => [property, typed[at]])));
      for (const secret of typed) expect(terminal.shown).not.toContain(secret.slice(0, 4));
    } finally {
      terminal.close();
    }
  },
);

test.skipIf(skipped)(
  `The batch file's prompt hands on what was typed as it is, and shows none of it (${missing ?? 'on a pseudo-terminal'})`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mim-setup-prompt-'));
    const [tty, output] = [join(folder, 'tty'), join(folder, 'output')];
    // As cmd's `for /f` does it: what is read comes from the terminal, and what is written is taken.
    const terminal = new Terminal(`sh -c 'tty > "$TTY"; exec "$PWSH" -NoLogo -NoProfile -Command "$READ" > "$OUTPUT"'`, {
      cwd: '/',
      environment: { PWSH: pwsh!, READ: readUnseen, TTY: tty, OUTPUT: output },
    });
    try {
      await untilKeysAreRead(tty);
      terminal.types(`${typed[0]}\r`);
      expect(await terminal.ended()).toBe(0);
      expect((await readFile(output, 'utf8')).endsWith(typed[0]!)).toBe(true);
      expect(terminal.shown).not.toContain(typed[0]!.slice(0, 4));
    } finally {
      terminal.close();
      await rm(folder, { recursive: true });
    }
  },
);

/** What comes before PowerShell reads single keys is taken for a line, and echoed. */
async function untilKeysAreRead(tty: string): Promise<void> {
  const readsKeys = async () => {
    const device = (await readFile(tty, 'utf8')).trim();
    expect((await run('stty', ['-F', device, '-a'])).stdout).toContain('-icanon');
  };
  await vi.waitFor(readsKeys, { timeout: 60_000 });
}
