/** The address is taken, say, or the folder may not be written: something for the user to mend, not a fault of ours. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && toMend.includes((error as NodeJS.ErrnoException).code ?? '');
}

const toMend = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'EEXIST', 'EISDIR', 'ENOSPC', 'ENOTDIR', 'ENOTFOUND', 'EPERM', 'EROFS'];
