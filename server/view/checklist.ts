import { type FieldSchema, pageSchema } from '../../machines/answers/pageSchema.ts';
import { isSecretField } from '../../machines/answers/secretFields.ts';
import type { BranchName } from '../../machines/chart/branches.ts';
import { pageIds, showsIf } from '../../machines/chart/flow.ts';
import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { type Team, teamNames, teams } from '../../machines/pages/teams.ts';
import { words } from './words.ts';

/** What a team is asked for, before the wizard is begun: a sheet of paper that can be handed out. */
export interface TeamSheet {
  readonly team: Team;
  readonly title: string;
  /** What it does for the installation. */
  readonly text: string;
  readonly asked: readonly Asked[];
  /** What the wizard will look at, of what this team provides. */
  readonly checks: readonly { readonly id: string; readonly title: string }[];
}

/** An answer to have at hand. */
export interface Asked {
  readonly page: PageId;
  /** The title of its page. */
  readonly title: string;
  /** When the page shows; null where it always does. */
  readonly text: string | null;
  readonly field: string;
  readonly label: string;
  readonly description?: string;
  /** Where its page shows. `dependent`: by another answer; `optional`: it may be left out. */
  readonly needed: 'always' | 'dependent' | 'optional';
  readonly secret: boolean;
  /** What can be chosen. */
  readonly options?: readonly { readonly const: unknown; readonly title: string }[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** The answers that make up this one. */
  readonly parts?: readonly { readonly field: string; readonly label: string; readonly secret: boolean }[];
}

/** All that can be asked, by the team that it is asked of, and what of it is checked. It hangs on the declarations alone: it is made once. */
export function checklist(): readonly TeamSheet[] {
  made ??= sheets();
  return made;
}

let made: readonly TeamSheet[] | undefined;

function sheets(): TeamSheet[] {
  const asked = pageIds.flatMap(askedOn);
  return teamNames
    .map((team) => ({
      team,
      ...teams[team],
      asked: asked.filter(({ askedOf }) => askedOf === team).map(({ answer }) => answer),
      checks: pageIds.filter((page) => pageOf(page).team === team).flatMap(checksOn),
    }))
    .filter((sheet) => sheet.asked.length > 0);
}

function askedOn(page: PageId): readonly { readonly askedOf: Team; readonly answer: Asked }[] {
  const { title, subtitle, team, teamOf = {}, applies = {}, fields } = pageOf(page);
  const { properties = {}, required = [] } = pageSchema(pageOf(page));
  const others: Readonly<Record<string, Team | undefined>> = teamOf;
  const conditions: Readonly<Record<string, { readonly optional?: true } | undefined>> = applies;
  return Object.entries(properties).map(([field, schema]) => {
    const depends = conditions[field] !== undefined && !conditions[field].optional;
    const declared = fields.shape[field];
    const answer: Asked = {
      page,
      title: subtitle || title,
      text: onlyWhere(page),
      field,
      ...wordsOf(field, schema),
      needed: required.includes(field) ? 'always' : depends ? 'dependent' : 'optional',
      secret: declared !== undefined && isSecretField(declared),
    };
    return { askedOf: others[field] ?? team, answer };
  });
}

function wordsOf(field: string, schema: FieldSchema) {
  const { title = field, description, default: usual, examples, oneOf, items, properties } = schema;
  const options = oneOf ?? items?.oneOf;
  const parts = Object.entries(properties ?? {}).map(([name, part]) => {
    return { field: name, label: part.title ?? name, secret: part.format === 'password' };
  });
  return {
    label: title,
    ...(description !== undefined && { description }),
    ...(options && { options: options.map(({ const: value, title: shown }) => ({ const: value, title: shown })) }),
    ...(usual !== undefined && { default: usual }),
    ...(examples && { examples }),
    ...(parts.length > 0 && { parts }),
  };
}

function checksOn(page: PageId): { readonly id: string; readonly title: string }[] {
  return Object.entries(pageOf(page).checks ?? {}).map(([id, { title }]) => ({ id, title }));
}

/** When a page shows, in words that whoever reads the sheet knows. */
function onlyWhere(page: PageId): string | null {
  const question = showsIf(page);
  if (!question) return null;
  const known = wordsFor[question];
  if (known !== undefined) return known;
  const condition = words(question);
  return `Only where it ${condition}.`;
}

const wordsFor: Readonly<Partial<Record<BranchName, string>>> = {
  installsService: 'Only with the MIM Service.',
  installsServiceOrPortal: 'Only with the MIM Service or the MIM Portal.',
  installsReporting: 'Only with MIM Reporting.',
  installsPortal: 'Only with the MIM Portal.',
  installsRegistrationPortal: 'Only with the Password Registration Portal.',
  installsResetPortal: 'Only with the Password Reset Portal.',
  usesApplicationContext: 'Only with Application Context Authentication.',
};
