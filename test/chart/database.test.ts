import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../machines/ports/call.ts';
import { rehearsedServices } from '../../services/rehearsal/rehearsedServices.ts';
import { answersFor } from '../answers.ts';
import { Walk } from './walk.ts';

const services = rehearsedServices({ pace: 1, times: 1, failures: {}, jobsFolder: tmpdir() });
const call: Call = { signal: new AbortController().signal, progress: () => {} };

describe('The database', () => {
  it('that is to be created and is present is database-exists', async () => {
    const walk = await answered({ name: 'FIMServiceOld', whenExists: 'create' });
    expect(walk.screen).toBe('database');
    expect(walk.context.problems).toMatchObject([{ code: 'database-exists', field: 'name' }]);
    expect(walk.calls).toEqual([]);
  });

  it('that is to be re-used and is absent is database-missing', async () => {
    const walk = await answered({ name: 'FIMService', whenExists: 'reuse' });
    expect(walk.screen).toBe('database');
    expect(walk.context.problems).toMatchObject([{ code: 'database-missing', field: 'name' }]);
  });

  it('that is to be re-used and is present leads to the backup warning', async () => {
    const walk = await answered({ name: 'FIMServiceOld', whenExists: 'reuse' });
    expect(walk.screen).toBe('databaseBackupWarning');
    expect(walk.context.problems).toEqual([]);
    expect(walk.send({ type: 'acknowledge', page: 'databaseBackupWarning' }).screen).toBe('mailServer');
  });

  it('that is to be created and is absent leads on', async () => {
    const walk = await answered({ name: 'FIMService', whenExists: 'create' });
    expect(walk.screen).toBe('mailServer');
    expect(walk.context.problems).toEqual([]);
  });

  it('whose presence does not suit the choice cannot be overridden: the installer would refuse', async () => {
    const walk = await answered({ name: 'FIMServiceOld', whenExists: 'create' });
    expect(walk.takes({ type: 'override', check: 'database-presence', reason: 'I know', who: 'local', at: '' })).toBe(false);
    expect(walk.screen).toBe('database');
  });

  it('keeps what was typed when its check fails, and its problem until the next submit', async () => {
    const walk = await answered({ name: 'FIMServiceOld', whenExists: 'create' });
    expect(walk.context.answers.database?.name).toBe('FIMServiceOld');
    walk.submit({ server: 'sql01', name: 'FIMService', whenExists: 'create' });
    expect(walk.context.problems).toEqual([]);
  });
});

describe('The database server', () => {
  it.each([
    'sql01',
    'contosoagl.contoso.com',
    'sql-01.contoso.com\\MIM',
    'sql01\\MIM_2016',
    'sql01\\MSSQLSERVER$1',
    'sql01,1433',
    'sql01\\MIM,50123',
    'sql01.contoso.com,1',
    'sql01,65535',
    '10.0.0.4',
    'SQL_01',
  ])('may be %s', (server) => {
    expect(atDatabase().submit({ server, name: 'FIMService', whenExists: 'create' })).toEqual([]);
  });

  it.each([
    ['', 'required'],
    ['sql01\\', 'invalid'],
    ['\\MIM', 'invalid'],
    ['sql01\\MIM\\MORE', 'invalid'],
    ['sql01/MIM', 'invalid'],
    ['sql01,', 'invalid'],
    ['sql01,0', 'invalid'],
    ['sql01,65536', 'invalid'],
    ['sql01,14x3', 'invalid'],
    ['sql01:1433', 'invalid'],
    ['tcp:sql01', 'invalid'],
    ['np:\\\\sql01\\pipe\\sql\\query', 'invalid'],
    ['http://sql01', 'invalid'],
    ['sql 01', 'invalid'],
    [' sql01', 'invalid'],
    ['sql01\n', 'invalid'],
    ['sql01;Database=master', 'invalid'],
    ["sql01'", 'invalid'],
    ['sql01"', 'invalid'],
    ['.\\SQLEXPRESS', 'invalid'],
    ['(local)', 'invalid'],
    ['-sql01', 'invalid'],
    ['sql01\\1MIM', 'invalid'],
    ['sql01\\AnInstanceNameThatIsTooLong', 'invalid'],
    [`${'a'.repeat(254)}`, 'invalid'],
  ])('may not be %j', (server, code) => {
    const findings = atDatabase().submit({ server, name: 'FIMService', whenExists: 'create' });
    expect(findings.map((finding) => [finding.field, finding.code])).toEqual([['server', code]]);
  });
});

/** The database page, answered, with the rehearsed Contoso's word on it. */
async function answered(choice: { readonly name: string; readonly whenExists: 'create' | 'reuse' }): Promise<Walk> {
  const walk = atDatabase();
  expect(walk.submit({ server: 'contosoagl.contoso.com', ...choice })).toEqual([]);
  const [effect] = walk.last.started;
  return walk.end(await services.checkPage(effect!.input as Parameters<typeof services.checkPage>[0], call));
}

function atDatabase(): Walk {
  const walk = new Walk();
  walk.to('database', answersFor('A'));
  return walk;
}
