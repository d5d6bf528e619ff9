/** How the command line ends: few codes, which scripts can rely on. `docs/command-line.md` lists them. */
export const exitCodes = {
  done: { code: 0, meaning: 'It did what it was asked to do.' },
  stopped: {
    code: 1,
    meaning: 'It stopped where somebody has to mend or decide something; the output says what. What was done is kept.',
  },
  misused: {
    code: 2,
    meaning: 'It could not begin: the arguments, the configuration or a file are not valid, or the service cannot be reached.',
  },
  installerFailed: { code: 3, meaning: 'The installer ran, and failed.' },
  fault: { code: 70, meaning: 'A fault of this software.' },
  left: { code: 130, meaning: 'Ctrl-C. What was begun goes on with `mim-setup resume`.' },
} as const;

/** How a command ends, by the name that its exit code has here. */
export type Ending = keyof typeof exitCodes;
