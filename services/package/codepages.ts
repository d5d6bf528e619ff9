/**
 * Makes what reads the strings of a package, by Windows' number of its code page. A code page that the platform's decoder does not
 * know is read as Windows-1252, in which at least the names in a package, which are ASCII, come out right.
 */
export function decoderOf(codepage: number): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(names[codepage] ?? western);
  return codepage === neutral ? decodeNeutral : (bytes) => decoder.decode(bytes);
}

const neutral = 0;
const western = 'windows-1252';

/** A neutral package should be ASCII alone. Where it is not, tools differ in what they write: UTF-8, or what the host spoke. */
function decodeNeutral(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(western).decode(bytes);
  }
}

const names: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  20866: 'koi8-r',
  21866: 'koi8-u',
  28592: 'iso-8859-2',
  54936: 'gb18030',
  65001: 'utf-8',
};
