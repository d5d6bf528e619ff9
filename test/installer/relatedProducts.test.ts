import { describe, expect, it } from 'vitest';
import { packed, productCodesIn } from '../../services/installer/relatedProducts.ts';

describe('the products that share an upgrade code', () => {
  it('are looked up by the code as Windows Installer packs it', () => {
    expect(packed('{12345678-ABCD-EF01-2345-6789ABCDEF01}')).toBe('87654321DCBA10FE32547698BADCFE10');
    // As the registry of a server with Office 16 has it.
    expect(packed('{90160000-000F-0000-0000-0000000FF1CE}')).toBe('00006109F00000000000000000F01FEC');
  });

  it('are read from what reg tells, in any language', () => {
    const listing = [
      '',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UpgradeCodes\\00112233445566778899AABBCCDDEEFF',
      '    00006109F00000000000000000F01FEC    REG_SZ    ',
      '    (Standard)    REG_SZ    (Wert nicht gesetzt)',
      '',
    ].join('\r\n');
    expect(productCodesIn(listing)).toEqual(['{90160000-000F-0000-0000-0000000FF1CE}']);
  });
});
