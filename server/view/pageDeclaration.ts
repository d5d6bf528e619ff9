import { formSchema } from '../../machines/answers/formSchema.ts';
import { mayBeOverridden } from '../../machines/chart/failures.ts';
import { phaseOf, showsIf } from '../../machines/chart/flow.ts';
import { isPageId, pageOf, type ScreenId, screens } from '../../machines/pages/screens.ts';
import { type AnyCheckId, closingChecks, hostChecks } from '../../machines/ports/checks.ts';

/** A declaration as data: what it asks as JSON Schema, and the names of what hangs on it. */
export function declarationOf(id: ScreenId) {
  const { kind, title, subtitle, step, guidance } = screens[id];
  const screen = { id, kind, phase: phaseOf(id), title, subtitle, guide: { step, text: guidance }, showsIf: showsIf(id) ?? null };
  if (!isPageId(id)) return id in stageChecks ? { ...screen, checks: stageChecks[id as keyof typeof stageChecks] } : screen;
  const page = pageOf(id);
  return {
    ...screen,
    schema: formSchema(page),
    checks: Object.entries(page.checks ?? {}).map(([check, { title: about }]) => ({
      id: check,
      title: about,
      overridable: mayBeOverridden(check as AnyCheckId),
    })),
    notes: (page.notes ?? []).map(({ code, message }) => ({ code, message })),
    properties: Object.entries(page.properties ?? {}).map(([name, { field, provenance = 'documented', note }]) => {
      return { name, field, provenance, ...(note !== undefined && { note }) };
    }),
  };
}

/** What is checked at the stages: this host before the installation, and the installation itself after it. */
const stageChecks = {
  ready: Object.entries(hostChecks).map(([id, { title }]) => ({ id, title, overridable: true })),
  postInstallation: Object.entries(closingChecks).map(([id, { title }]) => ({ id, title, overridable: false })),
};
