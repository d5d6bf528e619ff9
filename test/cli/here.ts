import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../../server/cli/program.ts';
import type { Surroundings } from '../../server/cli/surroundings.ts';
import type { Ended } from './mimSetup.ts';

/** A stream that keeps what is written to it. */
export class Written extends Writable {
  readonly isTTY: boolean = false;
  columns = 110;
  rows = 45;
  text = '';

  override _write(piece: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    this.text += piece;
    this.emit('written');
    done();
  }
}

export interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>;
  readonly leave?: AbortSignal;
  readonly output?: Written;
  readonly called?: string;
}

/** What a command line of this test finds around it; only the data folder is given, and nobody sits at a terminal. */
export function surroundings(
  folder: string,
  { environment = {}, leave = new AbortController().signal, output = new Written(), called = 'mim-setup' }: Circumstances = {},
) {
  const input = Object.assign(Readable.from([]), { isTTY: false });
  return {
    environment: { MIM_SETUP_DATA: folder, ...environment },
    input: input as unknown as NodeJS.ReadStream,
    output: output as Written & NodeJS.WriteStream,
    errors: new Written() as Written & NodeJS.WriteStream,
    leave,
    called,
  } satisfies Surroundings;
}

/** Runs the command line in this process: as `mimSetup`, and much quicker. */
export async function mimSetupHere(folder: string, args: readonly string[], circumstances: Circumstances = {}): Promise<Ended> {
  const around = surroundings(folder, circumstances);
  const code = await runCommandLine(args, around);
  return { code, output: around.output.text, errors: around.errors.text };
}

/** The id of an installation that a text names. */
export function idIn(text: string): string {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0] ?? 'none';
}
