import { readJson } from './jsonText.ts';
import type { ReadText } from './readText.ts';
import { readYaml } from './yamlText.ts';

/**
 * Reads the text of an answers file: JSON as JSON, else YAML. What is large beyond any file of answers is refused before it is read,
 * so that the time that it takes is bounded.
 */
export function readAnswersText(text: string, isJson = /^\s*[{[]\s*["\]}]/.test(text.slice(0, 200))): ReadText {
  return isJson ? readJson(text) : readYaml(text);
}
