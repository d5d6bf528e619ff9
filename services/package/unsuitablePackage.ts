import { Problem } from '../../machines/vocabulary/problems.ts';

/** The file is no package that could be installed; `remedy` says what to do. */
export function unsuitable(what: string, remedy: string, options?: ErrorOptions): Problem {
  return new Problem('package-unsuitable', `${what} ${remedy}`, options);
}

/** The file looks like a package, and its inside is broken. */
export function damaged(what: string, options?: ErrorOptions): Problem {
  return unsuitable(`The package is damaged: ${what}.`, 'Copy it from the installation media again.', options);
}

/** The file would take more than the reader is willing to spend on it. */
export function tooMuch(what: string): Problem {
  return unsuitable(
    `The package is larger than any that is known: ${what}.`,
    'Make sure that the file is Service and Portal.msi from the installation media.',
  );
}
