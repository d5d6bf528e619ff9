import { z } from 'zod';
import { declaredProperties } from '../../machines/chart/installerProperties.ts';
import type { Settlement, Settlements } from '../../machines/plan/settledProperties.ts';
import { nearest } from '../../machines/vocabulary/nearestName.ts';
import { printable } from '../../machines/vocabulary/printable.ts';
import { isPublicName } from '../../machines/vocabulary/publicProperty.ts';
import { isSecretProperty } from '../../services/installer/secretProperties.ts';

const value = z.string().max(2048).regex(printable, 'Leave out line breaks and control characters.');
const text = z.union([value, z.number().transform(String)], { error: 'Give a text, or a number.' });

const settlement = z.strictObject({
  rename: z
    .string()
    .refine(isPublicName, 'Give the name of a public property: upper case, digits, _ and . only.')
    .optional()
    .meta({ description: 'Its name in your package.' }),
  set: text.optional().meta({ description: 'Its value, whatever the answers say.' }),
  values: z
    .record(z.string(), text)
    .optional()
    .meta({ description: 'Values to be written otherwise, such as { Extranet: "1", None: "0" }.' }),
  leaveOut: z.literal(true).optional().meta({ description: 'Keeps it out of the command.' }),
  confirm: z.literal(true).optional().meta({ description: 'It is right as it stands.' }),
});

/**
 * The section `properties` of the configuration: by the name that a page declares a property under, how it is named and written
 * in the package at hand. Every mistake is told, and no secret is taken: a secret is answered on its page.
 */
export const settlements = z
  .record(z.string(), settlement)
  .superRefine((given, { addIssue }) => {
    for (const [name, one] of Object.entries(given))
      for (const message of mistakesIn(name, one, given)) addIssue({ code: 'custom', path: [name], message });
  })
  .default({})
  .meta({
    description:
      'Settles properties that are not known for certain, by name: rename, set, values, leaveOut, confirm. Only in a file.',
  });

function mistakesIn(name: string, one: Settlement, all: Settlements): string[] {
  const { rename, set, values, leaveOut, confirm } = one;
  const isDeclared = declaredProperties.has(name);
  const goesBy = rename ?? name;
  if (!isDeclared && !isPublicName(name)) return [`There is no property of this name.${suggestion(name)}`];
  return [
    ...(name === 'ADDLOCAL' ? ['The features are chosen on the page components.'] : []),
    ...(Object.keys(one).length === 0 ? ['Say what about it: rename, set, values, leaveOut or confirm.'] : []),
    ...(leaveOut && Object.keys(one).length > 1 ? ['What is left out cannot be anything else.'] : []),
    ...(set !== undefined && values ? ['Give either set or values.'] : []),
    ...(confirm && !isPublicName(goesBy) ? ['Its name is not known yet, so it cannot be confirmed. Give it by rename.'] : []),
    ...(!isPublicName(goesBy) && (set !== undefined || values) ? ['Its name is not known yet. Give it by rename.'] : []),
    ...((set !== undefined || values) && (isSecretProperty(name) || isSecretProperty(goesBy))
      ? ['It is a secret, and no configuration holds one. Answer it on its page.']
      : []),
    ...(!isDeclared && set === undefined && !leaveOut
      ? [`No page has this property: give its value by set.${suggestion(name)}`]
      : []),
    ...(rename !== undefined && rename !== name && isTaken(rename, name, all)
      ? [`${rename} is the name of another property.`]
      : []),
  ];
}

/** Whether another property still goes by this name. */
function isTaken(rename: string, by: string, all: Settlements): boolean {
  const others = new Set([...declaredProperties.keys(), ...Object.keys(all)]);
  others.delete(by);
  return rename === 'ADDLOCAL' || [...others].some((name) => !all[name]?.leaveOut && (all[name]?.rename ?? name) === rename);
}

function suggestion(name: string): string {
  const near = nearest(name, [...declaredProperties.keys()]);
  return near && near !== name ? ` Did you mean ${near}?` : '';
}
