import { readJson } from './jsonText.ts';
import { limits } from './limits.ts';
import type { ReadText } from './readText.ts';
import { readYaml } from './yamlText.ts';

/**
 * Reads the text of an answers file: JSON as JSON, else YAML. What is large beyond any file of answers is refused before it is read,
 * so that the time that it takes is bounded: `most` is how many names, values and marks are read.
 */
export function readAnswersText(
  text: string,
  { isJson = /^\s*[{[]\s*["\]}]/.test(text.slice(0, 200)), most = limits.parts }: { isJson?: boolean; most?: number } = {},
): ReadText {
  return isJson ? readJson(text, most) : readYaml(text, most);
}
