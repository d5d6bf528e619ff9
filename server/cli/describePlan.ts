import { isKnown } from '../../machines/plan/settledProperties.ts';
import type { PlanView } from '../plan/forms.ts';
import { columns } from './columns.ts';
import { symbols } from './statusSymbols.ts';

/**
 * The plan for people. What is not known for certain stands out, and what is left to be done elsewhere is named.
 *
 * @param called how the command line is called, for hints.
 */
export function describePlan(plan: PlanView, called: string): string[] {
  const { option, features, properties, missing, overrides, notes, afterwards, command } = plan;
  const rows = properties.map(({ name, value, secret, page, field, provenance, passed }) => [
    passed && isKnown(provenance) ? ' ' : symbols.warning,
    name,
    passed ? (secret ? '(secret)' : (value ?? '')) : '(left out of the command)',
    page === null ? 'configuration' : `${page}.${field}`,
    provenance === 'documented' ? '' : provenance,
  ]);
  const unsure = properties.filter(({ provenance }) => !isKnown(provenance));
  return [
    `Features: ${features.join(', ')}${option ? `. Option ${option}.` : ''}`,
    ...columns(['', 'property', 'value', 'from', ''], rows),
    ...(unsure.length > 0
      ? ['', `${symbols.warning} Not known for certain; check these against your package (${called} inspect):`]
      : []),
    ...unsure.map(({ name, note }) => `  ${name}: ${note ?? ''}`),
    ...(missing.length > 0 ? ['', 'Missing:'] : []),
    ...missing.map(({ page, field }) => `  ${page}.${field}`),
    ...(overrides.length > 0 ? ['', 'Checks that somebody answers for:'] : []),
    ...overrides.map(({ check, reason, who }) => `  ${check}: ${reason} (${who})`),
    ...(notes.length > 0 ? ['', 'To know before:'] : []),
    ...notes.map(({ message }) => `  ${message}`),
    ...(afterwards.length > 0 ? ['', 'To be done outside the installer:'] : []),
    ...afterwards.map(({ title, detail }) => `  ${title}: ${detail}`),
    ...(afterwards.some(({ script }) => script) ? [`  Their scripts: ${called} plan ID --format json, under afterwards.`] : []),
    '',
    'Command:',
    `  ${command}`,
  ];
}
