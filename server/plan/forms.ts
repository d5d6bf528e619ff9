import { planOf } from '../../machines/plan.ts';
import type { Planning, Present } from '../installations.ts';
import { screenOf } from '../move.ts';
import { batchFile } from './batchFile.ts';
import { commandOf, guidesPlaces, type Places } from './command.ts';
import { powershellScript } from './powershellScript.ts';

export type PlanView = ReturnType<typeof planView>;

/** The plan as JSON, with the command that it amounts to. */
export function planView(present: Present, planning: Planning, log?: string) {
  const plan = planFor(present, planning);
  return { ...plan, command: commandOf(plan, placesFor(present, planning, log)) };
}

/** The plan as a script for the server. */
export function planScript(form: 'cmd' | 'ps1', present: Present, planning: Planning, log?: string): string {
  const write = form === 'cmd' ? batchFile : powershellScript;
  return write(planFor(present, planning), placesFor(present, planning, log));
}

function planFor({ snapshot }: Present, { settlements }: Planning) {
  return planOf(snapshot.context, screenOf(snapshot), settlements);
}

function placesFor({ kept: { context } }: Present, planning: Planning, log = guidesPlaces.log): Places {
  return { package: context.package ?? planning.package ?? guidesPlaces.package, log };
}
