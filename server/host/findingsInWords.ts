import type { Finding } from '../../machines/pages/definePage.ts';

/** Findings as one text, a sentence or more for each: `name: Enter the name of the database. host: This is needed.` */
export function findingsInWords(findings: readonly Pick<Finding, 'field' | 'message'>[]): string {
  return findings.map(({ field, message }) => (field ? `${field}: ${asSentence(message)}` : asSentence(message))).join(' ');
}

/** What the library of the schemas says ends without a full stop, and would run into what follows. */
function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
