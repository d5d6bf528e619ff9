import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Whether Windows Installer's own service is in the middle of an installation. It notes so in the registry, and the note outlives
 * a host that goes down; so there has to be a process, too. Never, off Windows.
 */
export async function engineAtWork(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'win32') return false;
  const [noted, processes] = await Promise.all([
    run('reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress'], hidden).catch(() => null),
    run('tasklist', ['/FI', 'IMAGENAME eq msiexec.exe', '/NH'], hidden).catch(() => null),
  ]);
  return noted !== null && (processes?.stdout ?? '').toLowerCase().includes('msiexec.exe');
}

const run = promisify(execFile);
const hidden = { windowsHide: true, timeout: 20_000 } as const;
