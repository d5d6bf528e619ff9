import { describe, expect, it } from 'vitest';
import type { Call } from '../../machines/ports/call.ts';
import { needsRunner } from '../../server/runner/needsRunner.ts';
import { remoteParts } from '../../server/runner/remoteParts.ts';
import { areaOf, type PartName, type Parts } from '../../services/live/parts.ts';

describe('What the service asks in the place of a runner', () => {
  const madeHere = ['sql', 'directory', 'mail', 'sharePoint', 'network'] as const;
  const call: Call = { signal: new AbortController().signal, progress: () => {} };

  it('is asked about the runner’s server: it is named, and tells its local rights itself', async () => {
    const rights = { account: null, denied: ['S-1-1-0'], services: [], deniedServices: [] };
    const { asked, parts } = partsWith(['directory'], () => rights);
    const subject = { installation: 'one', page: 'serviceAccount', answers: {} } as const;
    expect(await parts.serviceAccount(subject, call)).toEqual(['serviceAccount of mim01', rights]);
    expect(asked).toEqual(['localRights']);
  });

  it('is nothing that belongs to the server, the ports of the portals among that', async () => {
    const { asked, parts } = partsWith(madeHere, () => []);
    const subject = { installation: 'one', answers: {} };
    const own = (Object.keys(areaOf) as PartName[]).filter((part) => areaOf[part] === 'server');
    expect(own).toEqual(expect.arrayContaining(['certificate', 'registrationPortal', 'resetPortal', 'host', 'package']));
    for (const page of ['certificate', 'registrationPortal', 'resetPortal'] as const)
      expect(await parts[page]({ ...subject, page }, call)).toEqual([]);
    expect(asked).toEqual(['certificate', 'registrationPortal', 'resetPortal']);
    for (const page of asked) expect(needsRunner({ id: page, service: 'checkPage' }, madeHere)).toBe(true);
    expect(needsRunner({ id: 'serviceAddress', service: 'checkPage' }, madeHere)).toBe(false);
  });
});

/** Parts over a connection to a runner on mim01 that finds the same whatever it is asked; it is kept what that was. */
function partsWith(madeHere: Parameters<typeof remoteParts>[2]['madeHere'], found: () => unknown) {
  const asked: string[] = [];
  const connection: Parameters<typeof remoteParts>[0] = {
    make: async ({ part }) => {
      asked.push(part);
      return found();
    },
    refuse: (message) => expect.unreachable(message),
  };
  const localParts = (read: Parts['localRights'], server: string) =>
    Object.fromEntries(
      Object.keys(areaOf).map((part) => [
        part,
        async (_: unknown, call: Call) => [`${part} of ${server}`, await read({ account: 'CONTOSO\\svc' }, call)],
      ]),
    ) as unknown as Parts;
  return { asked, parts: remoteParts(connection, 'mim01', { localParts, madeHere, jobsFolder: '/nowhere' }) };
}
