/**
 * What `npm audit --json` has told, held against exceptions: `{ "advisory": "GHSA-…", "until": "2026-12-31", "reason": "…" }`.
 *
 * @param {string} told
 * @param {readonly { readonly advisory: string, readonly until: string, readonly reason: string }[]} exceptions
 * @param {Date} now
 * @returns {{ lines: string[], isClean: boolean }}
 */
export function judge(told, exceptions, now) {
  const report = parsed(told);
  if (report?.vulnerabilities === undefined)
    return { lines: [`The registry cannot tell of known weaknesses: ${report?.message ?? 'it gave no report'}.`], isClean: true };
  const advisories = Object.values(report.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((one) => typeof one === 'object');
  const findings = advisories.map(({ name, title, url, severity }) => {
    const advisory = String(url).split('/').at(-1);
    const exception = exceptions.find((one) => one.advisory === advisory);
    const isExcused = exception !== undefined && now < new Date(exception.until);
    const excuse = exception && `${isExcused ? 'excused' : 'was excused'} until ${exception.until}: ${exception.reason}`;
    return { line: `${name}: ${title} (${severity}, ${advisory})${excuse ? `, ${excuse}` : ''}`, isExcused };
  });
  const open = findings.filter(({ isExcused }) => !isExcused).length;
  return { lines: [...findings.map(({ line }) => line), `${open} known weaknesses in what is shipped`], isClean: open === 0 };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
