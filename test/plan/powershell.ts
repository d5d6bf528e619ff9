import type { Node } from '@vscode/tree-sitter-wasm';
import { treeOf } from '../host/grammar.ts';

type Value = string | number | null | readonly Value[] | { readonly [name: string]: Value };
type Functions = Readonly<Record<string, (value: Value) => string>>;

/**
 * A model of what PowerShell makes of the part of a script that puts the installer's command together: the values that are
 * assigned, joined, formatted and replaced, by PowerShell's own rules, on the tree of the grammar that editors use. What it does
 * not know it refuses. `functions` stand for what asks the user; statements that assign none of `wanted` are passed over.
 */
export async function evaluate(text: string, wanted: readonly string[], functions: Functions): Promise<Map<string, Value>> {
  const tree = await treeOf(text);
  const scope = new Map<string, Value>();
  if (!tree) throw new Error('It can not be read at all.');
  for (const parameter of tree.rootNode.descendantsOfType('script_parameter')) {
    const initial = child(parameter!, 'script_parameter_default');
    scope.set(nameOf(child(parameter!, 'variable')!), initial ? meaningOf(only(initial), scope, functions) : null);
  }
  const statements = tree.rootNode.namedChildren.flatMap((node) =>
    node!.type === 'statement_list' ? node!.namedChildren : [node],
  );
  for (const statement of statements) run(statement!, scope, wanted, functions);
  return scope;
}

function run(statement: Node, scope: Map<string, Value>, wanted: readonly string[], functions: Functions): void {
  if (statement.type === 'foreach_statement') {
    const body = statement.descendantsOfType('assignment_expression');
    if (!body.some((one) => wanted.includes(nameOf(target(one!))))) return;
    const [item, items, block] = statement.namedChildren;
    const list = meaningOf(items!, scope, functions);
    for (const one of Array.isArray(list) ? list : []) {
      scope.set(nameOf(item!), one);
      for (const inner of block!.descendantsOfType('assignment_expression')) assign(inner!, scope, functions);
    }
    return;
  }
  const assignment = statement.namedChildren[0];
  if (statement.type !== 'pipeline' || assignment?.type !== 'assignment_expression') return;
  const name = nameOf(target(assignment));
  // Cleared again at the end; what counts is what it was.
  if (wanted.includes(name) && assignment.text !== `$${name} = $null`) assign(assignment, scope, functions);
}

function assign(assignment: Node, scope: Map<string, Value>, functions: Functions): void {
  const name = nameOf(target(assignment));
  const operator = child(assignment, 'assignement_operator')!.text;
  const value = meaningOf(assignment.namedChildren.at(-1)!, scope, functions);
  if (operator === '=') scope.set(name, value);
  else if (operator === '+=') scope.set(name, [...(scope.get(name) as readonly Value[]), value]);
  else refuse(assignment);
}

function meaningOf(node: Node, scope: Map<string, Value>, functions: Functions): Value {
  const of = (inner: Node) => meaningOf(inner, scope, functions);
  const children = node.namedChildren as Node[];
  switch (node.type) {
    case 'verbatim_string_characters':
      return node.text.slice(1, -1).replaceAll("''", "'");
    case 'decimal_integer_literal':
    case 'hexadecimal_integer_literal':
      return Number(node.text);
    case 'variable': {
      if (node.text === '$null') return null;
      const value = scope.get(nameOf(node));
      return value === undefined ? refuse(node) : value;
    }
    case 'cast_expression':
      if (children[0]!.text !== '[char]') refuse(node);
      return String.fromCharCode(of(children[1]!) as number);
    case 'array_expression':
      return (child(node, 'statement_list')?.namedChildren ?? []).map((one) => of(one!));
    case 'hash_literal_expression':
      return Object.fromEntries(
        node.descendantsOfType('hash_entry').map((entry) => [only(entry!.namedChildren[0]!).text, of(entry!.namedChildren[1]!)]),
      );
    case 'member_access':
      return (of(children[0]!) as Record<string, Value>)[only(children[1]!).text] ?? refuse(node);
    case 'invokation_expression': {
      const [search, replacement] = child(node, 'argument_list')!
        .descendantsOfType('argument_expression')
        .map((one) => of(one!) as string);
      if (children[1]!.text !== 'Replace') refuse(node);
      return (of(children[0]!) as string).split(search!).join(replacement);
    }
    case 'command': {
      const called = functions[children[0]!.text] ?? refuse(node);
      return called(of(children[1]!.namedChildren.at(-1)!));
    }
    case 'additive_expression':
    case 'comparison_expression':
    case 'format_expression':
      if (children.length > 1) return operation(node, children, of);
      return of(children[0]!);
    case 'array_literal_expression':
      return children.length > 1 ? children.map(of) : of(children[0]!);
    default:
      return children.length === 1 ? of(children[0]!) : refuse(node);
  }
}

function operation(node: Node, children: readonly Node[], of: (node: Node) => Value): Value {
  const left = of(children[0]!);
  const right = of(children.at(-1)!);
  const between = node.text.slice(children[0]!.endIndex - node.startIndex, children.at(-1)!.startIndex - node.startIndex).trim();
  if (between === '+' && typeof left === 'string') return left + String(right);
  if (between === '-join') return (left as readonly string[]).join(right as string);
  if (between === '-f')
    return (left as string).replace(/\{(\d)\}/g, (_, at: string) => String((right as readonly Value[])[Number(at)]));
  return refuse(node);
}

function target(assignment: Node): Node {
  return assignment.descendantsOfType('variable')[0]!;
}

function nameOf(variable: Node): string {
  return variable.text.replace(/^\$/, '');
}

function child(node: Node, type: string): Node | undefined {
  return (node.namedChildren as Node[]).find((one) => one.type === type);
}

/** What lies within the layers that the grammar puts around every expression. */
function only(node: Node): Node {
  return node.namedChildCount === 1 ? only(node.namedChildren[0]!) : node;
}

function refuse(node: Node): never {
  throw new Error(`This model of PowerShell does not know: ${node.type} ${node.text.slice(0, 100)}`);
}
