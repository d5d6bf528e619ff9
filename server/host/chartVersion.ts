import { createHash } from 'node:crypto';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import type { Applies, Page } from '../../machines/pages/definePage.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { featureNames } from '../../machines/vocabulary/features.ts';
import { mailOptions } from '../../machines/vocabulary/mailOptions.ts';

/**
 * What the version of a chart stands for: whatever decides its states and its answers, and nothing else. That is the states and
 * their transitions, the names of guards, actions and calls, the pages in order, the types and rules of their fields, when these
 * apply, and their checks. A title, a label, help, an example, a proposed value or a message is none of it: rewording a page
 * leaves every installation where it is.
 */
export function versionOf(machine: { toJSON(): unknown }, pages: readonly (readonly [id: string, page: Page])[]): string {
  const decisive = [machine.toJSON(), pages.map(([id, page]) => [id, rulesOf(page)])];
  return createHash('sha256').update(JSON.stringify(decisive)).digest('hex').slice(0, 12);
}

function rulesOf(page: Page): object {
  const applies = Object.entries((page.applies ?? {}) as Readonly<Record<string, Applies>>);
  const checks = Object.entries(page.checks ?? {});
  return {
    fields: withoutWords(pageSchema(page)),
    byFacts: applies.map(([field, { when, optional }]) => [field, optional, typeof when === 'function' && everyFacts.map(when)]),
    checks: checks.map(([id, { installerRefuses }]) => [id, installerRefuses]),
  };
}

/** Every situation that a rule about the pages before could tell from another. */
const everyFacts = (['global', 'china', 'governmentDod'] as const).flatMap((cloud) =>
  [[], ...featureNames.map((name) => [name]), featureNames].flatMap((features) => [
    factsOf({ cloud: { cloud }, components: { features } }),
    ...mailOptions.map(({ mail, account, authentication }) =>
      factsOf({
        cloud: { cloud },
        components: { features },
        mailServer: { type: mail, authentication: authentication ?? undefined, managedServiceAccount: account === 'managed' },
      }),
    ),
  ]),
);

/** A schema without what is for people. Under `properties` stand names of fields, which may be the same words. */
function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== 'object' || schema === null) return schema;
  const decisive = Object.entries(schema).filter(([keyword]) => !words.has(keyword));
  return Object.fromEntries(
    decisive.map(([keyword, inner]) => [keyword, keyword === 'properties' ? eachField(inner) : withoutWords(inner)]),
  );
}

function eachField(properties: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, withoutWords(schema)]));
}

const words: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default']);

/** Names the chart. What is kept under another name is never loaded blindly. */
export const chartVersion = versionOf(
  wizardMachine,
  pageIds.map((id) => [id, pageOf(id)]),
);
