/** A text in another language, as far as it is known. */
export interface Told {
  readonly text: string;
  /** Whether all of it was known. */
  readonly isKnown: boolean;
}

/** Tells a run of sentences that makes an entry of a catalog; nothing, where it makes none. */
export type TellEntry = (text: string, places: 'withinSentence' | 'anyLength') => string | undefined;

/**
 * A text told sentence by sentence, as many of them at once as make an entry. Only where no entry fits otherwise may what stands at a
 * place be several sentences. A sentence that nobody knows stays as it is.
 */
export function tellSentences(text: string, tellEntry: TellEntry, tellOne: (sentence: string) => Told): Told {
  const [sentences, between] = split(text);
  let told = '';
  let isKnown = true;
  for (let from = 0; from < sentences.length; ) {
    const runs = runsFrom(sentences, between, from);
    const [found, length] = longest(runs, (run) => tellEntry(run, 'withinSentence')) ??
      longest(runs, (run) => tellEntry(run, 'anyLength')) ?? [undefined, 1];
    const one = found === undefined ? tellOne(sentences[from]!) : { text: found, isKnown: true };
    told += one.text + (between[from + length - 1] ?? '');
    isKnown &&= one.isKnown;
    from += length;
  }
  return { text: told, isKnown };
}

/** Whether a sentence ends within the text. */
export function holdsSentenceEnd(text: string): boolean {
  return sentenceEnd.test(text);
}

const sentenceEnd = /[.!?]\s+\S/;

/** So many sentences at most make one entry of a catalog. */
const longestRun = 8;

/** The runs of sentences that begin at one, the shortest first. */
function runsFrom(sentences: readonly string[], between: readonly string[], from: number): string[] {
  const runs = [sentences[from]!];
  for (let to = from + 1; to < Math.min(sentences.length, from + longestRun); to += 1) {
    runs.push(runs.at(-1)! + between[to - 1]! + sentences[to]!);
  }
  return runs;
}

function longest(
  runs: readonly string[],
  tell: (run: string) => string | undefined,
): readonly [told: string, length: number] | undefined {
  for (let length = runs.length; length > 0; length -= 1) {
    const told = tell(runs[length - 1]!);
    if (told !== undefined) return [told, length];
  }
  return undefined;
}

/** The sentences of a text, and what stands between them. */
function split(text: string): [sentences: string[], between: string[]] {
  const parts = text.split(/(?<=[.!?])(\s+)(?=\S)/);
  return [parts.filter((_, at) => at % 2 === 0), parts.filter((_, at) => at % 2 === 1)];
}
