import { expect, it } from 'vitest';
import { findingsInWords } from '../../server/host/findingsInWords.ts';

it('Findings are told in one text, each by its field and as a sentence', () => {
  const findings = [
    { field: 'name', message: 'Enter the name.' },
    { field: '', message: 'Unrecognized key: "x"' },
    { field: 'host', message: 'Is it reachable?' },
    { field: 'port', message: 'No!' },
  ];
  expect(findingsInWords(findings)).toBe('name: Enter the name. Unrecognized key: "x". host: Is it reachable? port: No!');
  expect(findingsInWords([{ field: 'url', message: 'http://a.b is none' }])).toBe('url: http://a.b is none.');
});
