import { describe, expect, it } from 'vitest';
import { matchTemplate, readTemplate } from '../../server/language/template.ts';

function valuesOf(template: string, text: string) {
  return matchTemplate(readTemplate(template)!, text);
}

describe('A template of an English text', () => {
  it.each([
    [
      '{server} answers at {host}, TCP port {port}.',
      'sql01 answers at 10.0.0.1, TCP port 1433.',
      { server: 'sql01', host: '10.0.0.1', port: '1433' },
    ],
    ['{a} and {a}', 'x and x', { a: 'x' }],
    ['Port {port}', 'Port 5725', { port: '5725' }],
    ['{name}: {note}', 'A: B: C', { name: 'A', note: 'B: C' }],
  ])('%s says what stands at its places in %s', (template, text, values) => {
    expect(valuesOf(template, text)).toEqual(values);
  });

  it.each([
    ['{server} answers.', ' answers.'],
    ['{a} and {a}', 'x and y'],
    ['Port {port}', 'The port 5725'],
    ['{a}, {b}.', 'x.'],
    ['ab{x}bc', 'abc'],
  ])('%s is not that of %s', (template, text) => {
    expect(valuesOf(template, text)).toBeUndefined();
  });

  it('is none without a place; braces that hold no name are none', () => {
    expect(readTemplate('All is well.')).toBeUndefined();
    expect(readTemplate('Send { "kept": true }.')).toBeUndefined();
  });
});
