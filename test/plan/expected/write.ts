import { writeFileSync } from 'node:fs';
import { choices, expectedSet, type Option, options } from './derivation.ts';

/** Writes the files of this folder anew: `node test/plan/expected/write.ts`, then read what has changed. */
for (const option of Object.keys(options) as Option[]) {
  const sets = choices.map((features) => {
    const properties = Object.entries(expectedSet(option, features)).map(
      ([name, expected]) => `        ${JSON.stringify(name)}: ${spaced(expected)}`,
    );
    return `    {\n      "features": ${spaced(features)},\n      "properties": {\n${properties.join(',\n')}\n      }\n    }`;
  });
  const text = `{\n  "option": "${option}",\n  "sets": [\n${sets.join(',\n')}\n  ]\n}\n`;
  writeFileSync(new URL(`./option-${option.toLowerCase()}.json`, import.meta.url), text);
}

/** As the formatter writes a list on one line. */
function spaced(list: readonly (string | null)[]): string {
  return `[${list.map((item) => JSON.stringify(item)).join(', ')}]`;
}
