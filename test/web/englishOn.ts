import type { Page } from 'playwright-core';
import { german } from '../../server/web/src/language/german/german.ts';

/**
 * The English texts of the web page that stand on it, as they are or with something at their places: what is written, what a screen
 * reader reads, the picture of the flow, and the title. Scripts, the installer's log and what came with an event are as they were made.
 */
export async function englishOn(page: Page): Promise<string[]> {
  const texts = (await page.evaluate(read)) as string[];
  return texts.filter((text) => english.some((pattern) => pattern.test(text)));
}

/** As a source: the browser's own globals are unknown here. */
const read = `(() => {
  const texts = [document.title];
  const within = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  for (const root of [document.documentElement, ...within]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (!walker.currentNode.parentElement.closest('script, style, noscript, pre, code, .tail, details .given'))
        texts.push(walker.currentNode.data);
  }
  for (const element of document.querySelectorAll('*'))
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'data-label'])
      if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
  return texts.map((text) => text.replace(/\\s+/g, ' ').trim()).filter((text) => text !== '');
})()`;

/** Those that are other ones in German; of a message with tags or plurals what stands between its places. */
const english = Object.entries(german)
  .filter(([text, told]) => text !== told)
  .flatMap(([text]) => (/[<#]/.test(text) ? piecesOf(text) : [text]))
  .map(patternOf);

/** Words of a message that nothing else on the page would have. */
function piecesOf(message: string): string[] {
  return message
    .split(/<\/?\w+>|\{\w+\}|\{\w+, plural,|\w+ \{#?|#|\}/)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2,} \p{L}{2,}/u.test(piece));
}

/** A message as it is shown, with anything at its places; where it has next to no words of its own, with a single word. */
function patternOf(message: string): RegExp {
  const parts = message.replace('&', '').split(/\{\w+\}/);
  const place = parts.join('').length > 12 ? '.+' : '\\S+';
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(place)}$`);
}
