import { expect, it } from 'vitest';
import { noProgress, toCallProgress } from '../../server/host/callProgress.ts';

it('How far calls are is what they told, checks by their ids; nothing, where none has told anything', () => {
  expect(toCallProgress(undefined)).toEqual({ checks: new Map(), signIn: null, installer: null });
  expect(toCallProgress({})).toEqual(noProgress);
  const checks = (['database-rights', 'database-kind'] as const).map((id) => ({ id, status: 'pending' as const }));
  const signIn = { userCode: 'ABCD', verificationUri: 'https://microsoft.com/devicelogin', expiresAt: '2030-01-01T00:00:00Z' };
  const installer = { action: 'InstallFiles', phase: 'copying', percent: 40 };
  expect(toCallProgress({ checks, signIn, installer })).toEqual({
    checks: new Map(checks.map((check) => [check.id, check])),
    signIn,
    installer,
  });
});
