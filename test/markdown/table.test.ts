import { describe, expect, it } from 'vitest';
import { code, table } from '../../server/markdown/table.ts';

describe('A Markdown table', () => {
  it('has its heads, a rule, and a line for each row', () => {
    expect(table(['field', 'label'], [[code('host'), 'Mail server']])).toBe(
      '| field | label |\n| --- | --- |\n| `host` | Mail server |',
    );
  });

  it('keeps a cell in its place, whatever it holds', () => {
    expect(
      table(['a'], [['one|two'], ['escaped \\| already'], [' two\r\nlines ']])
        .split('\n')
        .slice(2),
    ).toEqual(['| one\\|two |', '| escaped \\| already |', '| two lines |']);
  });

  it('shows what is no text as JSON', () => {
    expect([code('create'), code(true), code(['service'])]).toEqual(['`create`', '`true`', '`["service"]`']);
  });
});
