import type { Autostart } from '../../services/autostart/autostart.ts';

/** What the command line has of the world around it: only its main touches the process itself. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
  /** Aborts, with `Left` as its reason, when the user wants to leave (Ctrl-C). */
  readonly leave: AbortSignal;
  /** How the command line is called from here, for hints. */
  readonly called: string;
  /** What starts programs with the computer; its own, without it. */
  readonly autostart?: Autostart | undefined;
}

/** The user has left by Ctrl-C. Nothing is lost by it. */
export class Left extends Error {
  constructor() {
    super('Left.');
    this.name = 'Left';
  }
}

/** Something on the command line that is not valid, in words for the user. */
export class Misuse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Misuse';
  }
}

/** Whether somebody sits at a terminal who can be asked. */
export function isInteractive({ input, output }: Surroundings): boolean {
  return input.isTTY === true && output.isTTY === true;
}
