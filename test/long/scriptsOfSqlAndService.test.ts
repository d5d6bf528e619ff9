import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { service } from '../../services/closingTasks/serviceRuns.ts';
import { factsQuestion } from '../../services/sql/serverFacts.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import { serviceDatabase } from '../peers/sql/contosoSql.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { askUnder } from '../scripts/ask.ts';
import { password, startWorld } from '../sql/asking.ts';

const anything = z.record(z.string(), z.unknown());

describe.skipIf(withoutPwsh)(`Scripts run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  let server: SqlServerPeer;
  beforeAll(async () => {
    session = await startPowerShell();
    server = await startWorld({ version: [15, 0, 4322], sysadmins: ['sa'], databases: { Übung: serviceDatabase } });
  });
  afterAll(async () => {
    await session?.[Symbol.asyncDispose]();
    await server?.close();
  });

  describe('ask.ps1 of SQL Server', () => {
    const answerTo = async (asked: object = {}, login = { user: 'sa', password }) => {
      const whole = {
        server: `127.0.0.1,${server.port}`,
        encrypts: false,
        seconds: 10,
        question: factsQuestion,
        name: 'Übung',
        ...asked,
      };
      const { answer, journal } = await askUnder(session, 'services/sql/ask.ps1', anything, whole, { sql: login });
      return { row: answer['row'], error: answer['error'], connection: String(journal[0]?.['connection']) };
    };

    it('gives the first row by column, null where the server says null', async () => {
      const { row, connection } = await answerTo();
      expect(row).toMatchObject({ login: 'sa', version: '15.0.4322.2', sysadmin: 1, databaseId: 7, databaseStatus: 'ONLINE' });
      expect((await answerTo({ name: "no'such" })).row).toMatchObject({ databaseId: null });
      expect(connection).toMatch(/Initial Catalog=master/i);
      expect(connection).toMatch(/Integrated Security=True/i);
    });

    it('gives an empty row where nothing comes back', async () => {
      expect((await answerTo({ question: 'SET NOCOUNT ON' })).row).toEqual({});
    });

    it('gives the number and the words of a refusal', async () => {
      const refused = await answerTo({}, { user: 'sa', password: 'wrong' });
      expect(refused).toMatchObject({ error: { number: 18456, message: expect.stringContaining("Login failed for user 'sa'") } });
      expect(
        await answerTo({ name: 'Nowhere', question: 'SELECT TOP (1) BinaryVersion AS version FROM [Nowhere].fim.Version' }),
      ).toMatchObject({
        error: { number: 911 },
      });
    });

    it('gives a network error as such, also one that is none of SQL Server’s', async () => {
      expect(await answerTo({ server: '127.0.0.1,1', seconds: 1 })).toMatchObject({
        error: { number: expect.any(Number), message: expect.stringContaining('network-related') },
      });
      expect(await answerTo({ question: '' })).toMatchObject({
        error: { number: 0, message: expect.stringContaining('CommandText') },
      });
    });
  });

  describe('serviceRuns.ps1', () => {
    it.each(['Running', 'Stopped', 'StartPending'])('says that the service is %s', async (status) => {
      const { answer, journal } = await askUnder(
        session,
        'services/closingTasks/serviceRuns.ps1',
        service,
        {},
        { services: { FIMService: status } },
      );
      expect(answer).toEqual({ status });
      expect(journal).toEqual([{ called: 'Get-Service', with: 'FIMService' }]);
    });

    it('says that there is none', async () => {
      expect((await askUnder(session, 'services/closingTasks/serviceRuns.ps1', service, {}, {})).answer).toEqual({
        status: null,
      });
    });
  });
});
