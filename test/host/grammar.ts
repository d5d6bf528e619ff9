import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as TreeSitter from '@vscode/tree-sitter-wasm';

/** Where a text is not PowerShell, as the grammar that editors use sees it: the lines, or none. */
export async function faultsOf(text: string): Promise<readonly string[]> {
  const tree = await treeOf(text);
  if (!tree) return ['It can not be read at all.'];
  const faults: string[] = [];
  const look = (node: TreeSitter.Node) => {
    if (node.isError || node.isMissing) faults.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
    for (const child of node.children) if (child?.hasError || child?.isMissing) look(child);
  };
  if (tree.rootNode.hasError) look(tree.rootNode);
  return faults;
}

/** The text as a tree; nothing where it can not be read at all. */
export async function treeOf(text: string): Promise<TreeSitter.Tree | null> {
  parser ??= makeParser();
  return (await parser).parse(text);
}

let parser: Promise<TreeSitter.Parser> | undefined;

async function makeParser(): Promise<TreeSitter.Parser> {
  const folder = dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));
  const { Parser, Language } = TreeSitter;
  await Parser.init({ locateFile: (name: string) => join(folder, name) });
  const made = new Parser();
  made.setLanguage(await Language.load(await readFile(join(folder, 'tree-sitter-powershell.wasm'))));
  return made;
}
