import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readUnit, unitText } from '../../services/autostart/linux/unit.ts';
import { fromCommandLine, toCommandLine } from '../../services/autostart/windows/commandLine.ts';

const argument = fc.string({ unit: fc.constantFrom('a', 'ü', ' ', '"', '\\', '$', '%', "'", '#', ';', '=', '{', '}') });

it('a command line of Windows gives back the arguments that it was made of', () => {
  fc.assert(
    fc.property(fc.array(argument), (args) => {
      expect(fromCommandLine(toCommandLine(args))).toEqual(args);
    }),
  );
});

// Microsoft Learn, "Parsing C command-line arguments", section "Examples".
it.each([
  [`"abc" d e`, ['abc', 'd', 'e']],
  [String.raw`a\\b d"e f"g h`, [String.raw`a\\b`, 'de fg', 'h']],
  [String.raw`a\\\"b c d`, [String.raw`a\"b`, 'c', 'd']],
  [String.raw`a\\\\"b c" d e`, [String.raw`a\\b c`, 'd', 'e']],
])('reads %s as Windows programs do', (line, args) => {
  expect(fromCommandLine(line)).toEqual(args);
});

it('a unit of systemd gives back the command and the account that it was made of', () => {
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1 }), (command) => {
      const entry = { kind: 'runner', account: 'mim', data: '/var/lib/mim', command } as const;
      expect(readUnit(unitText(entry))).toEqual({ account: 'mim', command });
    }),
  );
});
