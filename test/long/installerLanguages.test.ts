import { describe, expect, it } from 'vitest';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { outcomeOfReport } from '../../services/installer/outcomeOfReport.ts';
import { languages, logIn, written } from '../installer/languages.ts';

const forms = Object.keys(languages).flatMap((name) =>
  ['utf-16le', 'utf-16be', 'utf-8', languages[name]!.codePage].flatMap((as) => [
    [name, as, 'plain'] as const,
    [name, as, 'verbose'] as const,
  ]),
);

describe.each(forms)('The log of a Windows that speaks %s, as %s, %s', (name, as, form) => {
  const language = languages[name]!;
  const verbose = form === 'verbose';
  const failing = {
    action: 'DeploySolutions',
    says: 'CAQuietExec:  Error: A deployment or retraction is already under way for the solution "x.wsp".',
  };

  it('of an installation that succeeded is taken, without a question', async () => {
    const { outcome, kept } = await reading(0, written(logIn(language, { verbose }), as));
    expect(outcome).toMatchObject({ result: 'succeeded', message: 'The product is installed.' });
    expect(kept).toContain(language.ends(language.time?.('10', '20', '30') ?? '10:20:30', 'INSTALL', '1'));
  });

  it('of one that failed tells the action, the cause, the lines and that it was rolled back', async () => {
    const { outcome } = await reading(1603, written(logIn(language, { verbose, failing }), as));
    expect(outcome).toMatchObject({ result: 'failed', failure: { action: 'DeploySolutions' } });
    expect(outcome.failure?.cause?.title).toMatch(/still deploying/);
    expect(outcome.failure?.lines).toContain(failing.says);
    expect(outcome.message).not.toMatch(/changed nothing/);
  });

  it('of one that failed is not taken for a success', async () => {
    await expect(reading(0, written(logIn(language, { verbose, failing }), as))).rejects.toThrow(/log that it failed/);
  });

  it('that breaks off is not taken for a success', async () => {
    const log = logIn(language, { verbose });
    const cut = log.slice(0, log.indexOf(language.what, log.lastIndexOf('DeploySolutions')));
    await expect(reading(0, written(cut, as))).rejects.toThrow(/had not ended yet/);
  });

  it('tells an error by its number', async () => {
    const says = language.error('1923', language.what);
    const { outcome } = await reading(1603, written(logIn(language, { verbose, failing: { ...failing, says } }), as));
    expect(outcome.failure?.cause?.title).toMatch(/could not be installed/);
  });

  it('of another product is refused, by its name', async () => {
    const log = logIn(language, { verbose, product: 'Microsoft Identity Manager Synchronization Service' });
    const others = log.replaceAll('CommonServices', 'Synchronization').replaceAll('WebPortals', 'Extensions');
    await expect(reading(0, written(others, as))).rejects.toThrow(/of Microsoft Identity Manager Synchronization Service/);
  });

  it('of which only the end is there tells the action as well', async () => {
    const log = logIn(language, { verbose, failing });
    const end = log.slice(log.lastIndexOf(language.what, log.indexOf(failing.says)));
    const { outcome } = await reading(1603, written(end, as));
    expect(outcome.failure?.lines).toContain(failing.says);
    expect(outcome.failure?.action).not.toBeNull();
  });
});

async function reading(exitCode: number, log: Buffer): Promise<{ outcome: InstallOutcome; kept: string }> {
  let kept = '';
  const outcome = await outcomeOfReport({
    exitCode,
    log: pieces(log),
    keep: (text) => {
      kept += text;
    },
  });
  return { outcome, kept };
}

/** Cut where it is least wanted: each piece ends in the middle of something. */
async function* pieces(log: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < log.length; at += 97) yield log.subarray(at, at + 97);
}
