import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isSecretField } from '../../machines/answers/secretFields.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import type { Property } from '../../machines/pages/definePage.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { variableOf } from '../../server/answers/exportAnswers.ts';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import { installerExitCodes } from '../../server/plan/installerExitCodes.ts';

const text = readFileSync('docs/plan.md', 'utf8');
const declared = pageIds.flatMap((page) =>
  Object.entries((pageOf(page).properties ?? {}) as Record<string, Property>).map(([name, property]) => ({
    page,
    name,
    ...property,
  })),
);

describe('docs/plan.md', () => {
  const rows = text.split('\n').filter((line) => /^\| .*\b(disputed|unknown)\b/.test(line));

  it('names every property that is not known for certain, and no other', () => {
    const uncertain = declared.filter(({ provenance = 'documented', doubt }) => provenance !== 'documented' || doubt);
    const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(named.toSorted()).toEqual(uncertain.map(({ name }) => name).toSorted());
  });

  it('names the variable of every secret that goes into the command', () => {
    const secrets = declared.filter(({ page, field }) => isSecretField(pageOf(page).fields.shape[field]!));
    expect(secrets).toHaveLength(5);
    for (const { page, field } of secrets) expect(text).toContain(`\`${variableOf(page, field)}\``);
  });

  it('explains every exit code that the scripts explain', () => {
    const listed = text.split('\n').flatMap((line) => (/^\| (\d+(?:, \d+)*) \|/.exec(line)?.[1] ?? '').split(', '));
    expect(listed.filter(Boolean).map(Number).toSorted()).toEqual(installerExitCodes.map(({ code }) => code).toSorted());
  });

  it('shows a section of the configuration that does', () => {
    const example = /```yaml\n(properties:[\s\S]*?)```/.exec(text)![1]!;
    expect(Object.keys(readConfiguration({}, parse(example)).properties)).toHaveLength(6);
  });
});
