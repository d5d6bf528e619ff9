import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/**
 * Makes a folder that nobody else may look into; one that is there already stays as its owner has made it. False where that could
 * not be had. On Windows the mode says nothing, and a new folder would let in whoever its parent lets in.
 */
export function makePrivateFolder(path: string, platform: NodeJS.Platform = process.platform): boolean {
  const made = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (made === undefined || platform !== 'win32') return true;
  try {
    execFileSync('icacls', [path, '/inheritance:r', '/grant:r', ...letIn], {
      stdio: 'ignore',
      windowsHide: true,
      timeout: 20_000,
    });
    return true;
  } catch {
    return false;
  }
}

/** Whoever owns it, the administrators, and the system, by which Windows Installer writes its log; all by their SIDs. */
const letIn = ['S-1-3-4', 'S-1-5-32-544', 'S-1-5-18'].map((sid) => `*${sid}:(OI)(CI)F`);
