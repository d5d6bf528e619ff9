import { screenIds } from '../../../machines/chart/flow.ts';
import { isScreenId } from '../../../machines/pages/screens.ts';
import { nearest } from '../../../machines/vocabulary/nearestName.ts';
import { declarationOf } from '../../view/pageDeclaration.ts';
import { columns } from '../columns.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

/** `pages [page]` */
export const pages: Subcommand = {
  name: 'pages',
  summary: 'List the pages of the wizard, or what one of them asks.',
  details: 'Lists the pages of the wizard in order; with a page, the fields that it asks for and the checks that it makes.',
  declare(command, perform) {
    command.argument('[page]', 'A page, such as mailServer.').action((page: string | undefined) =>
      perform(async ({ surroundings: { called }, out }) => {
        if (page === undefined) {
          const all = screenIds.map(declarationOf);
          out.json({ items: all });
          const rows = all.map(({ id, kind, phase, title, subtitle }) => [id, kind, phase, subtitle || title]);
          for (const line of columns(['page', 'kind', 'phase', 'title'], rows)) out.line(line);
          return 'done';
        }
        if (!isScreenId(page)) {
          const near = nearest(page, screenIds);
          throw new Misuse(`There is no page ${page}.${near ? ` Did you mean ${near}?` : ''} All of them: ${called} pages`);
        }
        out.json(declarationOf(page));
        for (const line of describePage(declarationOf(page))) out.line(line);
        return 'done';
      }),
    );
  },
};

function describePage(declaration: ReturnType<typeof declarationOf>): string[] {
  const { title, subtitle, guide } = declaration;
  const about = [title, ...(subtitle ? [subtitle] : []), '', guide.text, `Guide: ${guide.step}.`];
  if (!('schema' in declaration)) return about;
  const properties = Object.entries({ ...(declaration.schema['properties'] as Record<string, Field>) });
  const required = (declaration.schema['required'] as string[] | undefined) ?? [];
  return [
    ...about,
    ...(properties.length > 0 ? ['', 'Fields:'] : []),
    ...columns(
      ['  name', 'needed', 'what', 'values'],
      properties.map(([name, field]) => [
        `  ${name}`,
        required.includes(name) ? 'yes' : 'see help',
        field.title ?? '',
        valuesOf(field),
      ]),
    ).slice(properties.length > 0 ? 0 : 1),
    ...(declaration.checks.length > 0 ? ['', 'Checks:'] : []),
    ...declaration.checks.map(({ id, title: about }) => `  ${id}: ${about}`),
    ...declaration.notes.map(({ message }) => `\nNote: ${message}`),
  ];
}

interface Field {
  readonly title?: string;
  readonly type?: string;
  readonly oneOf?: readonly { readonly const: string }[];
  readonly items?: Field;
  readonly examples?: readonly unknown[];
}

function valuesOf({ oneOf, items, type, examples }: Field): string {
  if (oneOf) return oneOf.map(({ const: value }) => value).join(' | ');
  if (items) return `[${valuesOf(items)}]`;
  return examples?.length ? `such as ${examples.join(', ')}` : (type ?? 'secret');
}
