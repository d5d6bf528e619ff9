import type { ClosingReport } from './closingReport.ts';

/** The report as Markdown. Whatever users have typed stands as text in it, never as markup. */
export function reportAsMarkdown(report: ClosingReport): string {
  const { outcome } = report;
  return [
    `# ${asText(report.name)}`,
    `${modes[report.mode] ?? report.mode}, ${asText(report.status)}. Begun ${moment(report.begunAt)}, last changed ${moment(report.endedAt)}.`,
    section('What was installed', [
      list([
        ...(report.option ? [`Option ${report.option} of the guide`] : []),
        ...report.components,
        ...(outcome
          ? [`${outcome.message}${outcome.exitCode === null ? '' : ` Exit code ${outcome.exitCode}.`}`]
          : ['The installer has not run.']),
        ...(report.attempts > 1 ? [`The installer was started ${report.attempts} times.`] : []),
        ...(outcome?.restartNeeded ? ['A restart of the server was asked for.'] : []),
      ]),
    ]),
    section('Answers', [
      table(
        ['Page', 'Field', 'Answer'],
        report.answers.map(({ page, field, value }) => [page, field, value]),
      ),
    ]),
    section('Warnings taken on', [
      table(
        ['Warning', 'By', 'When'],
        report.warnings.map(({ title, who, at }) => [title, who, moment(at)]),
      ),
    ]),
    section('Checks overridden', [
      table(
        ['Check', 'What it found', 'Reason', 'By', 'When'],
        report.overrides.map(({ check, message, reason, who, at }) => [check, message, reason, who, moment(at)]),
      ),
    ]),
    section('Checks that did not pass', [
      table(
        ['Check', 'Status', 'What it found'],
        report.checks.map(({ id, status, message }) => [id, status, message]),
      ),
    ]),
    section('Closing tasks', [
      table(
        ['Task', 'Outcome', 'Reason'],
        report.tasks.map(({ title, outcome: became, reason }) => [title, became, reason]),
      ),
    ]),
    section('Time', [
      table(
        ['Phase', 'Took'],
        report.phases.map(({ phase, ms }) => [phase, duration(ms)]),
      ),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

const modes: Readonly<Record<string, string>> = { rehearsal: 'Rehearsal: nothing was changed', live: 'Live installation' };

function section(title: string, [body = '']: readonly string[]): string {
  return `## ${title}\n\n${body || 'None.'}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${asText(item)}`).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(asText)))].join('\n');
}

function asText(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|~&-]/g, '\\$&').replace(/\s*\r?\n\s*/g, ' ');
}

function moment(at: string): string {
  return at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC');
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
