import type { WizardContext } from '../../machines/context.ts';
import type { ScreenId } from '../../machines/pages/index.ts';
import { planOf } from '../../machines/plan.ts';
import type { Settlements } from '../../machines/settle.ts';
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

export type PlanView = ReturnType<typeof planView>;

/** The plan as JSON, with the command that it amounts to. */
export function planView(planned: Planned, planning: Planning, log?: string) {
  const plan = planFor(planned, planning);
  return { ...plan, command: commandOf(plan, placesFor(planned, planning, log)) };
}

/** The plan as a script for the server. */
export function planScript(form: 'cmd' | 'ps1', planned: Planned, planning: Planning, log?: string): string {
  const write = form === 'cmd' ? batchFile : powershellScript;
  return write(planFor(planned, planning), placesFor(planned, planning, log));
}

function planFor({ context, screen }: Planned, { settlements }: Planning) {
  return planOf(context, screen, settlements);
}

function placesFor({ context }: Planned, planning: Planning, log = guidesPlaces.log): Places {
  return { package: context.package ?? planning.package ?? guidesPlaces.package, log };
}
