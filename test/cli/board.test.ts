import { describe, expect, it } from 'vitest';
import { Board } from '../../server/cli/each/board.ts';
import { Written } from './here.ts';

/** What stands on the screen after all that was written: lines that were taken away are gone. */
function screenOf(text: string): string[] {
  const lines: string[] = [''];
  // The sign for Escape, which a pattern can hold.
  for (const piece of text.replaceAll('\u001b', '␛').split(/(␛\[\d*[AJ]|\r|\n)/)) {
    const up = /^␛\[(\d+)A$/.exec(piece);
    if (up) lines.splice(lines.length - 1 - Number(up[1]), Number.POSITIVE_INFINITY, '');
    else if (piece === '\n') lines.push('');
    else if (piece !== '\r' && !piece.startsWith('␛')) lines[lines.length - 1] += piece;
  }
  return lines.filter((line) => line.trim() !== '');
}

function terminal(rows = 20): Written & NodeJS.WriteStream {
  return Object.assign(new Written(), { isTTY: true, rows }) as unknown as Written & NodeJS.WriteStream;
}

describe('The table of many servers in a terminal', () => {
  it('is drawn over as they go on, below what is told', async () => {
    const stream = terminal();
    const board = new Board(stream, ['mim01', 'mim02']);
    board.above(() => stream.write('mim01: begun.\n'));
    board.show('mim01', 'installing', '25 %');
    board.show('mim02', 'failed', 'The installer failed.\nMore of it');
    await expect.poll(() => screenOf(stream.text).join('\n')).toContain('25 %');
    expect(screenOf(stream.text)).toEqual([
      'mim01: begun.',
      'server  status      what',
      'mim01   installing  25 %',
      'mim02   failed      The installer failed.',
      '1 installing, 1 failed',
    ]);
    board.close();
    expect(screenOf(stream.text)).toEqual(['mim01: begun.']);
  });

  it('shows those that somebody has to look at, where there is no room for all', async () => {
    const stream = terminal(8);
    const names = Array.from({ length: 30 }, (_, n) => `srv${n}`);
    const board = new Board(stream, names);
    board.show('srv29', 'failed', 'It failed.');
    await expect.poll(() => stream.text).toContain('It failed.');
    expect(screenOf(stream.text)).toHaveLength(6);
    expect(screenOf(stream.text)[1]).toMatch(/^srv29 +failed/);
    expect(screenOf(stream.text).at(-1)).toBe('29 waiting, 1 failed (26 not shown)');
    board.close();
  });

  it('is not drawn where there is no terminal, nor for programs', () => {
    const file = new Written() as unknown as Written & NodeJS.WriteStream;
    for (const board of [new Board(file, ['mim01']), new Board(terminal(), ['mim01'], false)]) {
      board.show('mim01', 'failed');
      board.above(() => file.write('told\n'));
      board.close();
    }
    expect(file.text).toBe('told\ntold\n');
  });
});
