import { describe, expect, it } from 'vitest';
import { wrapped } from '../../server/cli/wrapped.ts';

describe('Text that is wrapped', () => {
  it('breaks between words, at most as wide as it may be', () => {
    expect(wrapped('one two three four', 9)).toBe('one two\nthree\nfour');
  });

  it('keeps the indentation of a line in all that become of it', () => {
    expect(wrapped('  - one two three', 10)).toBe('  - one\n  two\n  three');
  });

  it('keeps lines as they are where they fit, empty ones too', () => {
    expect(wrapped('one\n\n  two', 20)).toBe('one\n\n  two');
  });

  it('counts columns, not characters: East Asian ones take two', () => {
    expect(wrapped('日本 語文 ok', 7)).toBe('日本\n語文 ok');
  });
});
