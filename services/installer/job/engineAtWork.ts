import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { queryRegistry } from '../../registry/queryRegistry.ts';

/**
 * Whether Windows Installer's own service is in the middle of an installation. It notes so in the registry, and the note outlives a
 * host that goes down; so there has to be a process, too. Never, off Windows, nor where Windows gives no answer within 20 seconds.
 */
export async function engineAtWork(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'win32') return false;
  const [noted, processes] = await Promise.all([
    queryRegistry({ key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress' }),
    run('tasklist', ['/FI', 'IMAGENAME eq msiexec.exe', '/NH'], { windowsHide: true, timeout: 20_000 }).catch(() => null),
  ]);
  return typeof noted === 'string' && (processes?.stdout ?? '').toLowerCase().includes('msiexec.exe');
}

const run = promisify(execFile);
