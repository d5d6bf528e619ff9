import { applies } from '../answers/judgeAnswers.ts';
import { tasks } from '../chart/closingTasks.ts';
import type { WizardContext } from '../chart/context.ts';
import type { Applies } from '../pages/definePage.ts';
import { isPageId, type PageId, pageOf, type ScreenId } from '../pages/screens.ts';
import type { Override } from '../ports/checks.ts';
import { factsOf, usesApplicationContext } from '../vocabulary/facts.ts';
import { isSecretRef } from '../vocabulary/secret.ts';
import { exchangeSteps } from './exchangeSteps.ts';
import { notesOf, type PageNote } from './notes.ts';
import { outlineOf } from './outline.ts';
import { settled, toSettle } from './settled.ts';
import { isKnown, type SettledProperty, type Settlements } from './settledProperties.ts';
import { type WordedAnswer, wordedAnswers } from './wordedAnswers.ts';

/** What the installation will do, explained. It holds no secret. */
export interface Plan {
  /** Whether everything is answered, and `ready` is reached. */
  readonly complete: boolean;
  readonly missing: readonly { readonly page: PageId; readonly field: string }[];
  readonly option: string | null;
  readonly features: readonly string[];
  readonly properties: readonly PlannedValue[];
  /** Names of the properties that are not known for certain, so that nobody runs a guess unknowingly. */
  readonly uncertain: readonly string[];
  /** Failed checks that somebody answers for. */
  readonly overrides: readonly Override[];
  /** What was answered, in the words of the pages. */
  readonly answers: readonly WordedAnswer[];
  /** What the guide remarks about the answers. */
  readonly notes: readonly PageNote[];
  /** What has to be done outside the installer. */
  readonly afterwards: readonly Afterwards[];
}

/** A property as the plan shows it. */
export interface PlannedValue extends Omit<SettledProperty, 'value' | 'declared'> {
  /** As text; null for a secret. */
  readonly value: string | null;
  readonly secret: boolean;
}

/** What has to be done outside the installer, with the script that does it where there is one. */
export interface Afterwards {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly script?: string;
}

/** The plan that the answers so far amount to. */
export function planOf(context: WizardContext, screen: ScreenId, settlements: Settlements): Plan {
  const planned = toSettle(context);
  const properties = settled(planned, settlements);
  const missing = missingOf(context, screen);
  return {
    complete: missing.length === 0 && context.trail.includes('ready'),
    missing,
    option: factsOf(context.answers).option?.option ?? null,
    features: planned.features,
    properties: properties.map(({ name, value, declared: _, ...property }) => ({
      name,
      value: isSecretRef(value) ? null : value,
      secret: isSecretRef(value),
      ...property,
    })),
    uncertain: properties.filter(({ provenance }) => !isKnown(provenance)).map(({ name }) => name),
    overrides: context.overrides,
    answers: wordedAnswers(context),
    notes: notesOf(context),
    afterwards: afterwardsOf(context, properties),
  };
}

/** Every field that still has to be filled in, on the pages that are still to come as far as can be told. */
function missingOf(context: WizardContext, screen: ScreenId): Plan['missing'] {
  const pages = outlineOf(context, screen).map(({ page }) => page);
  return pages.filter(isPageId).flatMap((page) => {
    if (context.answers[page]) return [];
    return requiredFields(page, context).map((field) => ({ page, field }));
  });
}

function requiredFields(page: PageId, { answers, proposals }: WizardContext): string[] {
  const { fields, applies: rules = {} } = pageOf(page);
  const given: Readonly<Record<string, unknown>> = { ...proposals[page] };
  return Object.entries(fields.shape)
    .filter(([field, schema]) => {
      const rule = (rules as Record<string, Applies>)[field];
      if (!rule) return !schema.safeParse(undefined).success;
      return !rule.optional && applies(rule.when, given, factsOf(answers));
    })
    .map(([field]) => field);
}

function afterwardsOf(context: WizardContext, properties: readonly SettledProperty[]): Afterwards[] {
  const left = properties.filter(({ passed }) => !passed).map(({ page }) => page);
  const byApplication = usesApplicationContext(context.answers);
  const { allowList, policy, role } = exchangeSteps(context);
  return [
    ...(left.includes('mailServer') ? [mailConnection] : []),
    ...(byApplication && left.includes('mailboxApplication') ? [mailboxSettings] : []),
    ...(byApplication
      ? [
          { code: 'exchange-web-services-allow-list', ...allowList },
          { code: 'application-access-policy', ...policy },
          { code: 'application-role', ...role },
        ]
      : []),
  ];
}

const settledByPackage =
  'Where the package is at hand, or its listing was sent in, its own properties can be taken for them before the installation (`settle`); the section `properties` of the configuration settles them as well.';

const mailLeftOut =
  "Not every property of the mail server page is publicly known, so the command leaves some choices out, and the installer's own defaults stand. After the installation, run the installer in Change mode and compare the page Configure mail server connection with the plan.";

const applicationLeftOut =
  "The installer's properties for the application ID, tenant ID and client secret are not publicly known, so the command leaves them out. After the installation, run the installer in Change mode and enter them on the page Configure Office 365 mailbox; it stores them as values, the secret encrypted, under HKLM\\SOFTWARE\\Microsoft\\Forefront Identity Manager\\2010\\Service.";

const mailConnection: Afterwards = {
  code: 'mail-connection-settings',
  title: tasks.mailServerConnection.title,
  detail: `${mailLeftOut} ${settledByPackage}`,
};

const mailboxSettings: Afterwards = {
  code: 'mailbox-application-settings',
  title: tasks.mailboxSettings.title,
  detail: `${applicationLeftOut} ${settledByPackage}`,
};
