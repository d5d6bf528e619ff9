import { posix } from 'node:path';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { ScreenId } from '../../machines/pages/screens.ts';
import { planOf } from '../../machines/plan/plan.ts';
import type { Settlements } from '../../machines/plan/settledProperties.ts';
import { batchFile } from './batchFile.ts';
import { commandOf, guidesPlaces, type Places } from './command.ts';
import { powershellScript } from './powershellScript.ts';

/** What configuration adds to every plan. */
export interface Planning {
  readonly settlements: Settlements;
  /** Path of the package, for installations that do not name their own. */
  readonly package?: string | undefined;
}

/** What is planned: an installation, as far as it is. */
export interface Planned {
  readonly context: WizardContext;
  readonly screen: ScreenId;
}

/** The plan as `GET …/plan` gives it. */
export type PlanView = ReturnType<typeof planView>;

/** The plan as JSON, with the command that it amounts to. */
export function planView(planned: Planned, planning: Planning, log?: string) {
  const plan = planFor(planned, planning);
  const { afterwards, ...rest } = plan;
  return { ...rest, command: commandOf(plan, placesFor(planned, planning, log)), afterwards };
}

/** The plan as a script for the server. */
export function planScript(form: 'cmd' | 'ps1', planned: Planned, planning: Planning, log?: string): string {
  const write = form === 'cmd' ? batchFile : powershellScript;
  return write(planFor(planned, planning), placesFor(planned, planning, log));
}

function planFor({ context, screen }: Planned, { settlements }: Planning) {
  return planOf(context, screen, settlements);
}

/** A path that is none of Windows means nothing on the server: there the package lies beside the script. */
function placesFor({ context }: Planned, planning: Planning, log = guidesPlaces.log): Places {
  const named = context.package ?? planning.package ?? guidesPlaces.package;
  const path = named.startsWith('/') ? posix.basename(named) : named;
  return { package: ofWindows.test(path) ? path : guidesPlaces.package, log };
}

const ofWindows = /^(?:[A-Za-z]:)?[^<>:"|?*\p{Cc}\p{Cs}\u2028\u2029]+$/u;
