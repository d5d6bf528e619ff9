import { damaged, unsuitable } from './unsuitablePackage.ts';

/** Where the parts of an OLE compound file are. */
export interface ContainerHeader {
  /** Bytes of a sector, 512 or 4096. */
  readonly sectorSize: number;
  /** How many there are after the header. */
  readonly sectors: number;
  /** The sector where the directory begins. */
  readonly directory: number;
  /** Numbers of the sectors that hold the allocation table. */
  readonly table: readonly number[];
  /** Numbers of the sectors that hold the rest of the list of those. */
  readonly list: readonly number[];
}

/** Reads the header, and the list of the sectors with the allocation table. Source: [MS-CFB] 2.2 and 2.5. */
export function readHeader(file: Buffer): ContainerHeader {
  if (file.length < 512 || !file.subarray(0, 8).equals(signature)) {
    throw unsuitable(
      'The file is not a Windows Installer package.',
      'Name the file Service and Portal.msi of the installation media.',
    );
  }
  const shift = file.readUInt16LE(0x1e);
  if (shift !== 9 && shift !== 12) throw damaged('its header gives no sector size that exists');
  const sectorSize = 2 ** shift;
  const sectors = Math.ceil(file.length / sectorSize) - 1;
  const directory = file.readInt32LE(0x30);
  if (directory < 0 || directory >= sectors) throw damaged('its directory is missing');
  return { sectorSize, sectors, directory, ...tableSectors(file, sectorSize, sectors) };
}

const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const inHeader = 109;
const endOfChain = -2;

/** The header names the first 109 sectors of the table; a chain of sectors names the others. */
function tableSectors(file: Buffer, sectorSize: number, sectors: number): Pick<ContainerHeader, 'table' | 'list'> {
  const table: number[] = [];
  const list: number[] = [];
  for (let i = 0; i < inHeader; i++) {
    const sector = file.readInt32LE(0x4c + 4 * i);
    if (sector < 0) break;
    table.push(sector);
  }
  const perSector = sectorSize / 4 - 1;
  const links = file.readInt32LE(0x48);
  let at = file.readInt32LE(0x44);
  if (links < 0 || links > sectors) throw damaged('its allocation table is longer than the file');
  for (let link = 0; link < links && at >= 0; link++) {
    const start = (at + 1) * sectorSize;
    if (start + sectorSize > file.length) throw damaged('its allocation table lies outside the file');
    for (let i = 0; i < perSector; i++) {
      const sector = file.readInt32LE(start + 4 * i);
      if (sector === endOfChain) break;
      table.push(sector);
    }
    list.push(at);
    at = file.readInt32LE(start + 4 * perSector);
  }
  if (at >= 0) throw damaged('its allocation table goes on after its end');
  return { table, list };
}
