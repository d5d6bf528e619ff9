import { win32 } from 'node:path';
import type { Plan } from '../../machines/plan/plan.ts';
import { publicName } from '../../machines/vocabulary/publicProperty.ts';
import { installerCommand } from '../../services/installer/commandLine.ts';
import { variableOf } from '../answers/exportAnswers.ts';
import { secretLabel } from './secretLabel.ts';

/** Where the installer takes the package from, and leaves its log; as Windows writes paths. */
export interface Places {
  readonly package: string;
  readonly log: string;
}

/** The log's place in the guide (Common deployment steps, 1 and 2), and the package as its folder has it. */
export const guidesPlaces: Places = { package: 'Service and Portal.msi', log: 'C:\\miminstall\\log.txt' };

/** A secret that goes into the command: by which property, from which variable of the environment, asked by which words. */
export interface AskedSecret {
  readonly property: string;
  readonly variable: string;
  readonly label: string;
}

/**
 * What stands for a secret in a command that is shown: eight stars, and not those of `mask`. The OpenAPI document promises them, and
 * clients may look for them.
 */
export const secretInCommand = '********';

/**
 * The exact command line of the plan, each secret as `secretInCommand`.
 *
 * @throws {Problem} for what no command line can carry.
 */
export function commandOf(plan: Plan, places: Places): string {
  const shown = passed(plan).map(({ name, value }) => [name, value ?? secretInCommand] as const);
  return installerCommand({ ...places, features: plan.features, properties: Object.fromEntries(shown) }).line;
}

/** The part of the command line that holds no secret: `NAME="value"`, each as Windows Installer reads it. */
export function assignmentsOf(plan: Plan, places: Places): { readonly name: string; readonly text: string }[] {
  const open = passed(plan).flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]));
  const { args } = installerCommand({ ...places, features: plan.features, properties: Object.fromEntries(open) });
  return args.flatMap((text) => {
    const name = assignment.exec(text)?.[1];
    return name === undefined ? [] : [{ name, text }];
  });
}

const assignment = new RegExp(`^(${publicName})="`);

/** The secrets that the command needs, in the order of the pages. */
export function secretsOf(plan: Plan): AskedSecret[] {
  return passed(plan).flatMap(({ name, secret, page, field }) =>
    secret && page !== null && field !== null
      ? [{ property: name, variable: variableOf(page, field), label: secretLabel(page, field) }]
      : [],
  );
}

/** The folder that has to be there for the log. */
export function logFolder({ log }: Places): string {
  return win32.dirname(log);
}

function passed({ properties }: Plan): Plan['properties'] {
  return properties.filter((property) => property.passed);
}
