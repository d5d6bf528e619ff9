import { spelledOut, words } from '../words.ts';

/** Ids of the nodes whose name or title has what is looked for, screens before choices. */
export function search(svg: SVGSVGElement, wanted: string): string[] {
  const text = wanted.trim().toLowerCase();
  if (text === '') return [];
  return [...svg.querySelectorAll('[data-node]')]
    .filter((node) => !node.classList.contains('choice'))
    .filter((node) => textOf(node).includes(text))
    .map((node) => node.getAttribute('data-node') ?? '');
}

/** Its name as it is, as the picture has it and in the user's language, and the first line of its title. */
function textOf(node: Element): string {
  const id = node.getAttribute('data-node') ?? '';
  const title = node.querySelector('title')?.textContent?.split('\n')[0] ?? '';
  return `${id} ${spelledOut(id)} ${words(id)} ${title}`.toLowerCase();
}
