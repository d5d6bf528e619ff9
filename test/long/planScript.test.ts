import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { installerExitCodes } from '../../server/plan/installerExitCodes.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import { type Option, options } from '../plan/expected/derivation.ts';
import { text } from '../plan/values.ts';
import { handsOnSecrets, handsOnValues, passesOn, runsOption } from '../scripts/installerRuns.ts';
import type { Server } from '../scripts/installing.ts';

describe.skipIf(withoutPwsh)(`The PowerShell script of any plan, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());
  const run = (server: Server, more = {}) =>
    session.run({ script: server.script, windows: server.windows, folder: '/', ...more });

  it('hands a thousand values to the installer as they are', async () => {
    for (let round = 0; round < 5; round += 1) await handsOnValues(run, fc.sample(text, 200));
  });

  it('hands two hundred secrets on as they are', () => handsOnSecrets(run, fc.sample(text.filter(Boolean), 200)));

  it.each(Object.keys(options) as Option[])('runs for option %s, with each property that has a name, and no other', (option) =>
    runsOption(run, option),
  );

  it.each([...installerExitCodes.map(({ code }) => code), 1605])(
    'waits for the installer, passes its exit code %i on, and explains it',
    (code) => passesOn(run, code),
  );
});
