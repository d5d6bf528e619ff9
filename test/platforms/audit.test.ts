import { describe, expect, it } from 'vitest';
import { judge } from '../../.ci/judgeAudit.mjs';

const found = JSON.stringify({
  vulnerabilities: {
    some: {
      via: [{ name: 'some', title: 'It can be led astray', url: 'https://github.com/advisories/GHSA-aaaa', severity: 'high' }],
    },
    other: { via: ['some'] },
  },
});
const excuse = { advisory: 'GHSA-aaaa', until: '2027-01-01', reason: 'It is never called.' };

describe('A known weakness of what is shipped', () => {
  it('is a finding, until it is excused, and again when that is over', () => {
    expect(judge(found, [], new Date('2026-12-01')).isClean).toBe(false);
    expect(judge(found, [excuse], new Date('2026-12-01')).isClean).toBe(true);
    expect(judge(found, [excuse], new Date('2027-01-02'))).toMatchObject({
      isClean: false,
      lines: [expect.stringContaining('was excused until 2027-01-01'), '1 known weaknesses in what is shipped'],
    });
  });

  it('is not what a registry that cannot answer says', () => {
    const refused = JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } });
    for (const told of [refused, '', 'no JSON']) {
      expect(judge(told, [], new Date())).toMatchObject({ isClean: true, lines: [expect.stringContaining('cannot tell')] });
    }
    expect(judge('{"vulnerabilities":{}}', [], new Date()).lines).toEqual(['0 known weaknesses in what is shipped']);
  });
});
