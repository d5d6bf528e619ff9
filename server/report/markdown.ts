import { moment } from '../view/times.ts';
import { english, type Wording } from '../view/wording.ts';
import { capitalize, words } from '../view/words.ts';
import type { Attempt } from './attempts.ts';
import type { ClosingReport } from './closingReport.ts';
import { duration } from './duration.ts';
import { asText, list, type Parts, partsIn } from './markdownParts.ts';
import { translatedReport } from './translatedReport.ts';

/** The report as Markdown. Whatever users have typed stands as text in it, never as markup. */
export function reportAsMarkdown(made: ClosingReport, wording: Wording = english): string {
  const { tell } = wording;
  const report = translatedReport(made, wording);
  const parts = partsIn(wording);
  const { section, textTable } = parts;
  return [
    `# ${asText(report.name)}`,
    asText(
      [
        tell(modes[report.mode]),
        tell(`${capitalize(words(report.status))}.`),
        tell(`Begun ${moment(report.begun.at)} by ${report.begun.who}, last changed ${moment(report.endedAt)}.`),
        tell(`Its number is ${report.id}.`),
      ].join(' '),
    ),
    whatWasInstalled(report, parts, tell),
    section(
      'Runs of the installer',
      textTable(
        ['Run', 'Begun', 'By', 'Took', 'Exit code', 'What came of it'],
        report.attempts.map((attempt) => [
          String(attempt.number),
          moment(attempt.begunAt),
          attempt.who,
          tookOf(attempt, tell),
          String(attempt.outcome?.exitCode ?? ''),
          whatCameOf(attempt),
        ]),
      ),
    ),
    section(
      'Answers',
      textTable(['Page', 'Field', 'Answer'], onceEach(report.answers.map(({ page, field, value }) => [page, field, value]))),
    ),
    section(
      'Warnings taken on',
      textTable(
        ['Warning', 'By', 'When'],
        report.warnings.map(({ title, who, at }) => [title, who, moment(at)]),
      ),
    ),
    section(
      'Checks overridden',
      textTable(
        ['Page', 'Check', 'What it found', 'Reason', 'By', 'When'],
        report.overrides.map(({ page, check, found, reason, who, at }) => [page, check, found, reason, who, moment(at)]),
      ),
    ),
    ...(report.settlements.length > 0
      ? [
          section(
            'Settled by what the package asks',
            textTable(
              ['Answer', 'Property', 'Asked as', 'Counts', 'By', 'When'],
              report.settlements.map(({ answer, property, asked, counts, who, at }) => [
                answer,
                property,
                asked,
                counts,
                who,
                moment(at),
              ]),
            ),
          ),
        ]
      : []),
    section(
      'Other checks that did not pass',
      textTable(
        ['Page', 'Check', 'Status', 'What it found'],
        onceEach(report.checks.map(({ page, check, status, found }) => [page, check, status, found])),
      ),
    ),
    section(
      'Closing tasks',
      textTable(
        ['Task', 'Outcome', 'Reason', 'By', 'When'],
        report.tasks.map(({ title, outcome, reason, word }) => [
          title,
          outcome,
          reason,
          word?.who ?? '',
          word ? moment(word.at) : '',
        ]),
      ),
    ),
    ...(report.handedOut
      ? [
          section(
            'Client secret handed out',
            textTable(['Reason', 'To', 'When'], [[report.handedOut.reason, report.handedOut.who, moment(report.handedOut.at)]]),
          ),
        ]
      : []),
    section(
      'Time',
      textTable(
        ['Phase', 'Took'],
        [
          ...report.phases.map(({ phase, ms }) => [phase, duration(ms, tell)]),
          [
            tell('Together'),
            duration(
              report.phases.reduce((sum, { ms }) => sum + ms, 0),
              tell,
            ),
          ],
        ],
      ),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const modes = { rehearsal: 'A rehearsal: nothing was changed.', live: 'A live installation.' } as const;

const headings = {
  rehearsal: { installed: 'What was rehearsed', planned: 'What was to be rehearsed' },
  live: { installed: 'What was installed', planned: 'What was to be installed' },
} as const;

function whatWasInstalled(
  { mode, option, components, package: path, outcome }: ClosingReport,
  { section }: Parts,
  tell: Wording['tell'],
): string {
  const isInstalled = outcome?.result === 'succeeded';
  return section(
    headings[mode][isInstalled ? 'installed' : 'planned'],
    list([
      ...(option ? [tell(`Option ${option} of the guide`)] : []),
      ...components,
      ...(path ? [tell(`From ${path}`)] : []),
      outcome ? outcome.message : tell('The installer has not run.'),
    ]),
  );
}

function whatCameOf({ message, outcome }: Attempt): string {
  const { cause, otherCauses = [] } = outcome?.failure ?? {};
  return [message, ...[cause ?? [], otherCauses].flat().map(({ title }) => title)].join(' ');
}

/** Rows whose first cell is that of the row before leave it out. */
function onceEach(rows: readonly (readonly string[])[]): string[][] {
  return rows.map(([first = '', ...rest], at) => [first === rows[at - 1]?.[0] ? '' : first, ...rest]);
}

function tookOf({ ms, ranElsewhere }: Attempt, tell: Wording['tell']): string {
  if (ranElsewhere) return tell('ran elsewhere');
  return ms === null ? '' : duration(ms, tell);
}
