import { expect, it } from 'vitest';
import { expression } from '../../machines/scripts/expression.ts';

it.each([
  ['nothing', '', "''"],
  ['text', 'FIM Service', "'FIM Service'"],
  ['what PowerShell would evaluate', '$env:X`n"', `'$env:X\`n"'`],
  ['quotes', "it's", "'it''s'"],
  ['a letter that is not ASCII', 'münchen', "('m' + [char] 0x00fc + 'nchen')"],
  ['such letters alone', 'üß', "('' + [char] 0x00fc + [char] 0x00df)"],
  ['a character of two units', 'a😀', "('a' + [char] 0xd83d + [char] 0xde00)"],
])('%s is an expression that PowerShell reads as that very text', (_, text, written) => {
  expect(expression(text)).toBe(written);
});
