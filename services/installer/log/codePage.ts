/**
 * Guesses in which of Windows' code pages a text is written, better as more of it is seen. Nothing in a log says it: a code page counts
 * by how many of the characters that it gives are among those which its languages use most.
 */
export class CodePageGuess {
  #sample = Buffer.alloc(0);
  /** Bytes of the sample, from which on it is worth while to guess again. */
  #guessAgain = 0;
  #label: string;
  #decoder: TextDecoder;

  /** `label` is that of an earlier guess about the same text. */
  constructor(label: string | null = null) {
    this.#label = label ?? western;
    this.#decoder = new TextDecoder(this.#label);
  }

  /** The code page as it is guessed at the moment, by the name that decoders know; Windows-1252 where nothing tells. */
  get label(): string {
    return this.#label;
  }

  /** The text of a line, by all that has been seen of the log so far. */
  decode(bytes: Buffer): string {
    if (this.#sample.length < enough) {
      this.#sample = Buffer.concat([this.#sample, bytes.subarray(0, enough)]);
      if (this.#sample.length < Math.min(this.#guessAgain, enough)) return this.#decoder.decode(bytes);
      this.#label = guess(this.#sample);
      this.#decoder = new TextDecoder(this.#label);
      this.#guessAgain = this.#sample.length * growth;
    }
    return this.#decoder.decode(bytes);
  }
}

const western = 'windows-1252';
/** Bytes, by which a guess is sure. */
const enough = 8192;
/** How much more there has to be for another guess: each costs as much as the whole sample. */
const growth = 1.25;
/** Bytes that are not ASCII, below which nothing is guessed. */
const fewest = 8;

function guess(bytes: Uint8Array): string {
  if (bytes.filter((byte) => byte > 0x7f).length < fewest) return western;
  let best = { label: western, share: shareOf(western, bytes) };
  for (const label of Object.keys(usual)) {
    const share = shareOf(label, bytes);
    if (share > best.share) best = { label, share };
  }
  return best.label;
}

/** How much of what is not ASCII is usual, 0 to 1. */
function shareOf(label: string, bytes: Uint8Array): number {
  const text = new TextDecoder(label).decode(bytes);
  const all = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return (text.match(usual[label]!)?.length ?? 0) / Math.max(1, all);
}

/** What the languages of a code page write most: their commonest letters, and their stops. */
const usual: Readonly<Record<string, RegExp>> = {
  [western]: alone('àáâãäåæçèéêëíîïñóôõöøùúûüßÄÅÉÖØÜ\u00a0«»’'),
  'windows-1250': alone('ąćęłńóśźżáčďéěíňřšťúůýžőűöüôŠŽĆÚ'),
  'windows-1254': alone('çğıöşüİÖŞÜÇ'),
  'windows-1257': alone('āčēģīķļņšūžąęėįųõäöü'),
  'windows-1251': together('оеаинтсрвлкмдпузыйшяДОНВПЗ'),
  'windows-1253': together('αοιετσνηυρπκμλςίόάέήώΈΕ'),
  'windows-1255': together('יוהלאתרמבשעפנדקחכםן'),
  'windows-1256': together('ايلمونترةبعدسفهكقإأجش'),
  'windows-874': together('กนรสาอเทงยมควดลตบปะ่้ัีิุำ'),
  shift_jis: anyOf('\u3040-\u30ff\u3000-\u301c：（）', common('shift_jis', [0x88, 0x98], [0x40, 0xfc])),
  'euc-kr': /[\uac00-\ud7a3]/g,
  gbk: anyOf('\u3000-\u3011，．：；（）！？', common('gbk', [0xb0, 0xd7], [0xa1, 0xfe])),
  big5: anyOf('\u3000-\u3011，．：；（）！？', common('big5', [0xa4, 0xc6], [0x40, 0xfe])),
};

/** Letters with marks, of which in the languages of Latin script hardly three stand side by side. */
function alone(letters: string): RegExp {
  return new RegExp(`(?<![^\\p{ASCII}]{2})[${letters}](?![^\\p{ASCII}]{2})`, 'gu');
}

/** Letters of another script, which hardly stand alone. */
function together(letters: string): RegExp {
  return new RegExp(`(?<=[^\\p{ASCII}])[${letters}]|[${letters}](?=[^\\p{ASCII}])`, 'gu');
}

function anyOf(signs: string, characters: string): RegExp {
  return new RegExp(`[${signs}${characters}]`, 'gu');
}

/** The characters that an East Asian code page holds for common, which stand together by their first byte. */
function common(label: string, [first, last]: readonly [number, number], [low, high]: readonly [number, number]): string {
  const decoder = new TextDecoder(label);
  let all = '';
  for (let lead = first; lead <= last; lead++) {
    for (let trail = low; trail <= high; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (/^[\u4e00-\u9fff]$/.test(text)) all += text;
    }
  }
  return all;
}
