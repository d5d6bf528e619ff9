import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { exitCodes } from '../../server/cli/exitCodes.ts';
import { endingOf, Refused, Unreachable } from '../../server/cli/problems.ts';
import { Left, Misuse } from '../../server/cli/surroundings.ts';
import { ConfigurationError } from '../../server/configuration/configurationError.ts';
import { FolderInUse } from '../../server/store/dataFolder.ts';
import { mimSetupHere } from './here.ts';
import { emptyFolder } from './mimSetup.ts';

describe('An error ends the command', () => {
  const refused = (status: number) => new Refused({ code: 'x', title: 'X', detail: 'It is refused.', status });

  test.each([
    ['Ctrl-C', 130, 'left', new Left()],
    ['an unknown token', 2, 'x', refused(401)],
    ['a token that may not', 2, 'x', refused(403)],
    ['a refusal', 1, 'x', refused(409)],
    ['a problem', 1, 'package-unsuitable', new Problem('package-unsuitable', 'It is none.')],
    ['a misuse', 2, 'misuse', new Misuse('Not so.')],
    ['a configuration that does not do', 2, 'configuration', new ConfigurationError(['port: It is none.'])],
    ['a data folder in use', 2, 'folder-in-use', new FolderInUse('data')],
    ['a service that is not there', 2, 'unreachable', new Unreachable('http://127.0.0.1:9')],
    ['the system', 2, 'system', Object.assign(new Error('EACCES: denied'), { code: 'EACCES', syscall: 'open', errno: -13 })],
    ['a fault of this software', 70, 'unexpected', new TypeError('undefined is no function')],
    ['what is no error', 70, 'unexpected', 'thrown'],
  ])('that is %s with %i', (_, code, told, error) => {
    const { ending, details } = endingOf(error);
    expect([exitCodes[ending].code, details.code]).toEqual([code, told]);
    expect(details.detail).not.toBe('');
  });

  test('a fault with where it happened, for whoever mends it', () => {
    expect(endingOf(new TypeError('undefined is no function')).details.detail).toMatch(
      /TypeError: undefined[\s\S]*endings\.test\.ts/,
    );
  });
});

describe('The command line', () => {
  test('has help for all, and for each subcommand', async () => {
    const folder = emptyFolder();
    const help = await mimSetupHere(folder, ['--help']);
    expect([help.code, help.errors]).toEqual([0, '']);
    const names = [...help.output.matchAll(/^ {2}(\w+) .*$/gm)].map(([, name]) => name!).filter((name) => name !== 'help');
    expect(names).toEqual(expect.arrayContaining(['wizard', 'run', 'resume', 'serve']));
    for (const name of names) {
      const own = await mimSetupHere(folder, [name, '--help']);
      expect(own, name).toMatchObject({ code: 0, output: expect.stringContaining('--url <address>') });
    }
    expect(await mimSetupHere(folder, ['--version'])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test.each([
    [['run', '--frobnicate'], "unknown option '--frobnicate'"],
    [['instal'], "unknown command 'instal'"],
    [['run'], "missing required argument 'answers'"],
    [['run', 'a.yaml', '--mode', 'maybe'], 'Allowed choices are rehearsal, live.'],
    [['run', 'a.yaml', '--pace', 'slow'], 'It is a whole number.'],
    [['report', 'some', '--exit-code', 'x'], 'It is a whole number.'],
    [['run', 'none.yaml'], 'There is no file none.yaml'],
    [['list', '--data', 'x', '--url', 'nowhere'], 'nowhere is no address of a service.'],
    [['list', '--url', 'http://127.0.0.1:9'], 'No mim-setup service answers at http://127.0.0.1:9.'],
    [['report', 'some', '--log', 'log.txt'], 'A log is reported together with --exit-code.'],
    [['wizard'], '`mim-setup run` needs nobody.'],
  ])('ends %j with 2, and says on standard error alone: %s', async (args, words) => {
    const ended = await mimSetupHere(emptyFolder(), args);
    expect(ended).toMatchObject({ code: 2, output: '' });
    expect(ended.errors.replaceAll('\n', ' ')).toContain(words);
  });

  test('says that a folder can not be one for data', async () => {
    const { code, errors } = await mimSetupHere('/dev/null', ['list']);
    expect([code, errors]).toEqual([2, expect.stringContaining('/dev/null')]);
  });

  test('tells a failure with --json as one JSON document too', async () => {
    const gone = await mimSetupHere(emptyFolder(), ['show', 'nothing', '--json']);
    expect([gone.code, gone.errors]).toEqual([1, '']);
    expect(JSON.parse(gone.output)).toMatchObject({ problem: { code: 'not-found', status: 404 } });
    const misused = await mimSetupHere(emptyFolder(), ['pages', 'nothing', '--json']);
    expect([misused.code, JSON.parse(misused.output)]).toMatchObject([2, { problem: { code: 'misuse' } }]);
  });

  test('tells a failure in words with each field that it is of', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'data'));
    const { code, errors } = await mimSetupHere(folder, ['list', '--limit', 'many']);
    expect(code).toBe(1);
    expect(errors).toMatch(/\n {2}limit: /);
  });
});
