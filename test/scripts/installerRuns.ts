import { expect } from 'vitest';
import type { Plan } from '../../machines/plan/plan.ts';
import { secretsOf } from '../../server/plan/command.ts';
import { installerExitCodes } from '../../server/plan/installerExitCodes.ts';
import type { Ran, Script } from '../peers/powershell/session.ts';
import type { Feature, Option } from '../plan/expected/derivation.ts';
import { answersOf, planned } from '../plan/planned.ts';
import { planWith } from '../plan/values.ts';
import { prepareServer, type Server } from './installing.ts';

type Run = (server: Server, more?: Partial<Script>) => Promise<Ran>;

/** All of these values in one plan reach Windows Installer as they are. */
export async function handsOnValues(run: Run, values: readonly string[]): Promise<void> {
  const named = Object.fromEntries(values.map((value, at) => [propertyName(at), value]));
  await using server = await prepareServer(planWith(named, []));
  expect(await run(server)).toMatchObject({ error: null, exitCode: 0, output: [] });
  const { words, properties, program } = (await server.started())!;
  expect(program.endsWith('/System32/msiexec.exe')).toBe(true);
  expect(words).toEqual(['/i', server.package, '/qn', '/lvxi*', server.log]);
  expect(properties).toEqual({ ADDLOCAL: 'CommonServices', REBOOT: 'ReallySuppress', ...named });
}

/** Each of these reaches Windows Installer as it is, from the environment, and is neither shown nor passed on there. */
export async function handsOnSecrets(run: Run, secrets: readonly string[]): Promise<void> {
  const plan = planned(answersOf('C', everything));
  const places = secretsOf(plan);
  for (let at = 0; at < secrets.length; at += places.length) {
    const given = places.map((place, nth) => ({ ...place, secret: secrets[(at + nth) % secrets.length]! }));
    await using server = await prepareServer(plan);
    const ran = await run(server, {
      environment: Object.fromEntries(given.map(({ variable, secret }) => [variable, secret])),
    });
    expect(ran).toMatchObject({ error: null, exitCode: 0, output: [] });
    const { properties, environment } = (await server.started())!;
    expect(properties).toMatchObject(Object.fromEntries(given.map(({ property, secret }) => [property, secret])));
    expect(environment.filter((name) => given.some(({ variable }) => variable === name))).toEqual([]);
    const shown = ran.said.join('\n');
    for (const { secret } of given.filter((one) => one.secret.length > 8)) expect(shown).not.toContain(secret);
  }
}

/** The script of an option tells the installer each property that has a name, and nothing else. */
export async function runsOption(run: Run, option: Option): Promise<void> {
  const plan = planned(answersOf(option, everything));
  await using server = await prepareServer(plan);
  const environment = Object.fromEntries(secretsOf(plan).map(({ property, variable }) => [variable, `typed for ${property}`]));
  expect(await run(server, { environment })).toMatchObject({ error: null, exitCode: 0 });
  const passed = plan.properties.filter((property) => property.passed);
  const expected = Object.fromEntries(passed.map(({ name, value }) => [name, value ?? `typed for ${name}`]));
  expect((await server.started())!.properties).toEqual({ REBOOT: 'ReallySuppress', ...expected });
}

/** The script ends after the installer, with its exit code, and says what it means. */
export async function passesOn(run: Run, code: number): Promise<void> {
  const task = { code: 'reboot-server', title: 'Restart IIS.', detail: 'See there.' } as unknown as Plan['afterwards'][number];
  await using server = await prepareServer(
    { ...planWith({}, []), afterwards: [task] },
    { installer: { exitCode: code, seconds: 0.7 } },
  );
  const ran = await run(server);
  expect(ran).toMatchObject({ exitCode: code, error: null });
  expect((await server.windows.journal()).at(-1)).toEqual({ ended: code });
  const meaning = installerExitCodes.find((one) => one.code === code)?.meaning ?? '';
  expect(ran.said).toContain(`Exit code ${code}. ${meaning}`);
  expect(ran.said.includes('Left to be done: Restart IIS.')).toBe([0, 1641, 3010].includes(code));
}

const everything: Feature[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'];

/** A property's name is of capitals: which one it is, in letters. */
function propertyName(at: number): string {
  return `VALUE_${[...String(at)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')}`;
}
