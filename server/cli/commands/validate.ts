import { quoted } from '../../service/calledAs.ts';
import { openAnswersFile } from '../file/answersDocument.ts';
import { describeFindings } from '../file/describeFindings.ts';
import { judgeFile } from '../file/judgeFile.ts';
import { secretsNotThere } from '../file/secretsNotThere.ts';
import type { Subcommand } from '../subcommand.ts';

/** `validate <answers>` */
export const validate: Subcommand = {
  name: 'validate',
  summary: 'Check a file of answers without an environment.',
  details:
    'Checks a file of answers against the schema and the chart, page by page on the way that the answers lead, as if every check passed. It tells every finding at once, with its line and column.',
  declare(command, perform) {
    command.argument('<answers>', 'The file, YAML or JSON.').action((path: string) =>
      perform(async ({ surroundings: { called }, out }) => {
        const document = openAnswersFile(path);
        const { findings: judged, understood } = judgeFile(document);
        const findings = [...judged, ...secretsNotThere(document, understood?.secrets ?? [])];
        const isValid = !findings.some(({ severity }) => severity === 'error');
        const hindered = new Set(findings.filter(({ severity }) => severity === 'error').map(({ page }) => page));
        const stopsAt = understood?.way.screens.find((screen) => hindered.has(screen)) ?? null;
        out.json({
          valid: isValid,
          findings,
          option: understood?.way.option ?? null,
          screens: understood?.way.screens ?? [],
          unused: understood?.way.unused ?? [],
          unanswered: findings.filter(({ code }) => code === 'unanswered').map(({ page }) => page),
          stopsAt,
          secrets: understood?.secrets.map(({ from }) => from) ?? [],
        });
        for (const line of describeFindings(document.path, findings)) out.line(line);
        if (isValid && understood) {
          const { option, screens } = understood.way;
          out.line(`${path} leads to the review${option ? `, by option ${option}` : ''}: ${screens.length} screens.`);
          out.line(`Rehearse it next:\n  ${called} run ${quoted(path)}`);
        } else {
          const count = findings.filter(({ severity }) => severity === 'error').length;
          out.line(`${count} ${count === 1 ? 'finding' : 'findings'} to mend.`);
        }
        return isValid ? 'done' : 'stopped';
      }),
    );
  },
};
