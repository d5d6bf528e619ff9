import { describe, expect, test } from 'vitest';
import { decodeStreams } from '../../services/package/decodePackage.ts';
import { readStringPool } from '../../services/package/stringPool.ts';
import { encodeTables, type TableToEncode } from './encodeTables.ts';

const properties: TableToEncode = { columns: ['Property', 'Value'], rows: [['ProductName', 'A product']] };

describe('Tables that no tool would write', () => {
  test('are read where they are sound', () => {
    expect(decodeStreams(encodeTables({ Property: properties })).productName).toBe('A product');
  });

  test('are refused where few bytes stand for very much text', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [i, 'x'.repeat(60_000)]);
    const streams = encodeTables({ Property: properties, Feature: { columns: ['Level', 'Feature'], rows } });
    expect(() => decodeStreams(streams)).toThrow('its tables hold too much text');
  });

  test('are refused where their dialogs ask for very much', () => {
    const controls = Array.from({ length: 20_000 }, () => ['Edit', 'NAME']);
    const streams = encodeTables({ Property: properties, Control: { columns: ['Type', 'Property'], rows: controls } });
    expect(() => decodeStreams(streams)).toThrow('its dialogs ask for too much');
  });

  test('are refused where many controls offer many choices', () => {
    const controls = Array.from({ length: 1000 }, () => ['ComboBox', 'NAME']);
    const choices = Array.from({ length: 1000 }, (_, i) => ['NAME', `${i}`]);
    const streams = encodeTables({
      Property: properties,
      Control: { columns: ['Type', 'Property'], rows: controls },
      ComboBox: { columns: ['Property', 'Value'], rows: choices },
    });
    expect(() => decodeStreams(streams)).toThrow('its dialogs ask for too much');
  });

  test('are refused with more columns than Windows Installer knows', () => {
    const wide = Array.from({ length: 40 }, (_, i) => `Column${i}`);
    const streams = encodeTables({ Property: properties, Wide: { columns: wide, rows: [wide] } });
    expect(() => decodeStreams(streams)).toThrow('too many columns');
  });

  test('are refused with more rows than any package has', () => {
    const rows = Array.from({ length: 150_000 }, () => ['A']);
    const streams = encodeTables({ Property: properties, Feature: { columns: ['Feature'], rows } });
    expect(() => decodeStreams(streams)).toThrow('its table Feature has too many rows');
  });

  test('are refused with more cells than any package has', () => {
    const columns = Array.from({ length: 30 }, (_, i) => `Column${i}`);
    const rows = Array.from({ length: 40_000 }, () => columns);
    const streams = encodeTables({ Property: properties, Control: { columns, rows } });
    expect(() => decodeStreams(streams)).toThrow('its table Control has too many rows');
  });

  test('are refused with more properties than any package has', () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `[NAME_${i}]`).join('');
    const streams = encodeTables({ Property: properties, Texts: { columns: ['Text'], rows: [[text]] } });
    expect(() => decodeStreams(streams)).toThrow('it has too many properties');
  });

  test('are refused where a row is cut off', () => {
    const streams = encodeTables({ Property: properties });
    streams.set('!Property', streams.get('!Property')!.subarray(1));
    expect(() => decodeStreams(streams)).toThrow('its table Property is cut off');
  });

  test('are refused where they name a string that is not there', () => {
    const streams = encodeTables({ Property: properties });
    streams.set('!Property', Uint8Array.from([0xff, 0x7f, 0xff, 0x7f]));
    expect(() => decodeStreams(streams)).toThrow('refers to a string that is not there');
  });

  test('are read where a table and its columns have names that mean something to a program', () => {
    const odd = { columns: ['__proto__', 'constructor'], rows: [['toString', 'valueOf']] };
    const info = decodeStreams(encodeTables({ Property: { ...properties, rows: [['__PROTO__', 'x']] }, __proto__x: odd }));
    expect(info.properties.map(({ name }) => name)).toEqual(['__PROTO__']);
  });

  test('make a summary that cannot be read a fact, not a failure', () => {
    const streams = encodeTables({ Property: properties });
    expect(decodeStreams(streams).summary).toEqual({ state: 'missing' });
    streams.set('\u0005SummaryInformation', Buffer.from('feff0000', 'hex'));
    expect(decodeStreams(streams).summary).toEqual({ state: 'damaged' });
  });
});

describe('A long string', () => {
  const data = Buffer.from(`a${'b'.repeat(70_000)}c`);
  const pool = (...words: number[]) => Buffer.from(new Uint16Array([1252, 0, 1, 1, ...words, 1, 1]).buffer);

  test.each([
    ['with the high word of its length first', pool(0, 1, 70_000 - 65_536, 1)],
    ['with the high word of its length last', pool(0, 1, 70_000 - 65_536, 1)],
    ['with the count of its uses first', pool(0, 7, 70_000 - 65_536, 1)],
  ])('is read %s', (_, bytes) => {
    const strings = readStringPool(bytes, data);
    expect([strings.text(1), strings.text(2).length, strings.text(3)]).toEqual(['a', 70_000, 'c']);
  });

  test('that is longer than the data is refused', () => {
    expect(() => readStringPool(pool(0, 200, 200, 200), data)).toThrow('its strings do not add up');
  });
});

describe('Strings in code page', () => {
  test.each([
    [1252, 'Identität', '4964656e746974e474'],
    [1251, 'Портал', 'cfeef0f2e0eb'],
    [932, '身元', '90678cb3'],
    [936, '门户', 'c3c5bba7'],
    [65001, 'Ζυγός', 'ce96cf85ceb3cf8ccf82'],
    [0, 'Portal', '506f7274616c'],
    [0, 'é', 'c3a9'],
    [0, 'é', 'e9'],
    [12345, 'é', 'e9'],
  ])('%i are read as %s', (codepage, text, hex) => {
    const data = Buffer.from(hex, 'hex');
    const pool = Buffer.from(new Uint16Array([codepage & 0xffff, codepage >>> 16, data.length, 1]).buffer);
    expect(readStringPool(pool, data).text(1)).toBe(text);
  });
});
