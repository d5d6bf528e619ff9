import { type Plan, planOf } from '../../machines/plan/plan.ts';
import type { Settlements } from '../../machines/plan/settledProperties.ts';
import type { PageAnswers } from '../answers.ts';
import { Walk } from '../chart/walk.ts';
import { contoso, type Feature, type Option, options } from './expected/derivation.ts';

/** Contoso's answers for an option and a choice of components, some of them changed, page by page. */
export function answersOf(option: Option, features: readonly Feature[], changed: PageAnswers = {}): PageAnswers {
  const { mailServer, account } = options[option];
  return { ...contoso, components: { features }, mailServer, serviceAccount: account, ...changed };
}

/** The plan at `ready`, reached page by page through the chart. */
export function planned(answers: PageAnswers, settlements: Settlements = {}): Plan {
  const walk = new Walk();
  walk.to('ready', answers);
  return planOf(walk.context, 'ready', settlements);
}

/** The values of a plan by name; null for a secret. */
export function valuesOf({ properties }: Plan): Record<string, string | null> {
  return Object.fromEntries(properties.map(({ name, value }) => [name, value]));
}
