import { isSecretField } from '../../machines/answers/secretFields.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { namedLikeASecret } from '../secrets/namedLikeASecret.ts';

/** Whether the value of this property is secret: a page declares it so, the package hides it (`hidden`), or its name says so. */
export function isSecretProperty(name: string, hidden: readonly string[] = []): boolean {
  return declaredSecret.has(name) || hidden.includes(name) || namedLikeASecret(name);
}

/** The values of those that are secret. */
export function secretsAmong(properties: Readonly<Record<string, string>>, hidden?: readonly string[]): string[] {
  return Object.entries(properties).flatMap(([name, value]) => (isSecretProperty(name, hidden) ? [value] : []));
}

const declaredSecret: ReadonlySet<string> = new Set(
  pageIds.map(pageOf).flatMap(({ fields, properties = {} }) =>
    Object.entries(properties)
      .filter(([, { field }]) => fields.shape[field] !== undefined && isSecretField(fields.shape[field]))
      .map(([name]) => name),
  ),
);
