import * as clack from '@clack/prompts';
import { Left, type Surroundings } from '../surroundings.ts';
import { wrapped } from '../wrapped.ts';

/** The answer of somebody who wants back (Esc). */
export const back = Symbol('back');

/** One of the things to choose from, with what is shown for it. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

/**
 * A check of a text that has to be given: what is said where it is blank.
 *
 * @example prompts.text('Write to which file?', { check: unlessEmpty('Name a file.') })
 */
export function unlessEmpty(message: string): (text: string) => string | undefined {
  return (text) => (text.trim() === '' ? message : undefined);
}

/** Questions in the terminal. Each may be answered by Esc, which is `back`, and by Ctrl-C, which throws `Left`. */
export class Prompts {
  readonly #input: NodeJS.ReadStream;
  readonly #output: NodeJS.WriteStream;
  readonly #leave: AbortSignal;

  constructor({ input, output, leave }: Pick<Surroundings, 'input' | 'output' | 'leave'>) {
    this.#input = input;
    this.#output = output;
    this.#leave = leave;
  }

  select<Value extends string | boolean>(message: string, choices: readonly Choice<Value>[], initial?: Value) {
    return this.#ask<Value>((common) =>
      clack.select<Value>({
        ...common,
        message,
        options: choices.map((choice) => ({ ...choice })) as Parameters<typeof clack.select<Value>>[0]['options'],
        ...(initial !== undefined && { initialValue: initial }),
      }),
    );
  }

  /**
   * A question of yes or no. Nothing is done by mistake: No stands first, and Esc is as good.
   *
   * @param yes what yes means, in full.
   */
  async confirm(message: string, yes: string): Promise<boolean> {
    const choices = [
      { value: 'no', label: 'No' },
      { value: 'yes', label: yes },
    ] as const;
    return (await this.select(message, choices)) === 'yes';
  }

  several(message: string, choices: readonly Choice<string>[], initial: readonly string[], required: boolean) {
    const options = choices.map((choice) => ({ ...choice }));
    return this.#ask<string[]>((common) =>
      clack.multiselect<string>({ ...common, message, options, initialValues: [...initial], required }),
    );
  }

  /** @param check tells what is not valid about the text, before it is taken. */
  text(
    message: string,
    { initial = '', sample = '', check }: { initial?: string; sample?: string; check?: (text: string) => string | undefined },
  ) {
    return this.#ask<string>((common) =>
      clack.text({
        ...common,
        message,
        placeholder: sample,
        initialValue: initial,
        ...(check && { validate: (text) => check(text ?? '') }),
      }),
    );
  }

  /** A text that does not show. */
  secret(message: string, check: (text: string) => string | undefined) {
    return this.#ask<string>((common) =>
      clack.password({ ...common, message, mask: '*', validate: (text) => check(text ?? '') }),
    );
  }

  /** The library takes Esc and Ctrl-C for the same; the last key tells them apart. */
  async #ask<Value>(prompt: (common: clack.CommonOptions) => Promise<Value | symbol>): Promise<Value | typeof back> {
    if (this.#leave.aborted) throw new Left();
    let last: { name?: string; ctrl?: boolean } = {};
    const remember = (_text: string, key: typeof last) => {
      last = key;
    };
    this.#input.on('keypress', remember);
    try {
      const answer = await prompt({ input: this.#input, output: this.#output, signal: this.#leave });
      if (!clack.isCancel(answer)) return answer as Value;
      if (last.name === 'escape' && !this.#leave.aborted) return back;
      throw new Left();
    } finally {
      this.#input.off('keypress', remember);
    }
  }

  /** Tells something, in lines no longer than the terminal is wide. */
  readonly say = {
    page: (text: string) => clack.log.step(this.#fitted(text), { output: this.#output }),
    note: (text: string) => clack.log.info(this.#fitted(text), { output: this.#output }),
    warning: (text: string) => clack.log.warn(this.#fitted(text), { output: this.#output }),
    error: (text: string) => clack.log.error(this.#fitted(text), { output: this.#output }),
    done: (text: string) => clack.log.success(this.#fitted(text), { output: this.#output }),
    /** Text to be copied, as it is. */
    plain: (text: string) => void this.#output.write(`\n${text.trimEnd()}\n`),
  };

  get input(): NodeJS.ReadStream {
    return this.#input;
  }

  get output(): NodeJS.WriteStream {
    return this.#output;
  }

  #fitted(text: string): string {
    return wrapped(text, (this.#output.columns || 80) - 4);
  }
}
