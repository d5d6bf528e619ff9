import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchFile } from '../../server/plan/batchFile.ts';
import { packageToolsMissing } from '../peers/package/packageTools.ts';
import { buildStandIn, standInRegistryKey } from '../peers/package/standIn.ts';
import { startWine, type Wine, wineMissing } from '../peers/wine/startWine.ts';
import { planWith } from '../plan/values.ts';

const missing = wineMissing ?? packageToolsMissing;
const skipped = missing !== null && !process.env['CI'];
const places = { package: 'C:\\mim 2016\\Service and Portal.msi', log: 'C:\\mim & logs\\log.txt' };

let wine: Wine;

/**
 * A second reader of the same files, and a real run of them. Wine 8 knows no `!NAME:x=y!`, reads what `!NAME!` stands for once
 * more, and takes a file for the code page that it began with: so no secrets here, no `!`, and ASCII alone. The model of cmd has those.
 */
describe.skipIf(skipped)(
  `the batch file, run by another cmd and a real msiexec${skipped ? ` (${missing})` : ''}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      wine = await startWine();
      await mkdir(join(wine.drive, 'mim 2016'));
      await buildStandIn(join(wine.drive, 'mim 2016'));
      // What only an administrator can read on Windows.
      await wine.run('reg', ['add', 'HKU\\S-1-5-19', '/f']);
    }, 180_000);
    afterAll(() => wine?.stop());

    it('makes the folder of the log, and tells the installer every value as it is', async () => {
      const values = {
        ACCEPT_EULA: '1',
        MAIL_SERVER: 'a^b%PATH%c&d|e<f>g',
        SQLSERVER_SERVER: '%',
        SQLSERVER_DATABASE: 'C:\\my dir\\',
        SERVICE_ACCOUNT_NAME: 'svc$',
        SHAREPOINT_URL: "http://a/(b)?c=%20;d,e&f='g'",
        SERVICEADDRESS: '%TEMP% & echo no',
      };
      const output = await run(values);
      expect(output).toContain('Exit code 0');
      expect(output).toContain('It is installed.');
      const expected = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `=${value}`]));
      expect(await wine.values(standInRegistryKey)).toMatchObject(expected);
      expect(existsSync(join(wine.drive, 'mim & logs', 'log.txt'))).toBe(true);
    });

    it('keeps the log of an earlier run', async () => {
      await run({ ACCEPT_EULA: '1' });
      expect(await readdir(join(wine.drive, 'mim & logs'))).toEqual(['log.txt', 'log.txt.previous']);
    });

    it('passes on how the installer failed, and explains it', async () => {
      await wine.run('msiexec', ['/x', places.package, '/qn']);
      const output = await run({ ACCEPT_EULA: '0' });
      expect(output).toContain('Exit code 1603');
      expect(output).toContain("Search the log for 'Return value 3'.");
    });

    it('runs nothing where the package is not there', async () => {
      const output = await run({ ACCEPT_EULA: '1' }, { ...places, package: 'C:\\mim 2016\\Another.msi' });
      expect(output).toContain('Exit code 1619');
      expect(await readdir(join(wine.drive, 'mim & logs'))).toEqual(['log.txt', 'log.txt.previous']);
    });
  },
);

async function run(values: Record<string, string>, at = places): Promise<string> {
  await writeFile(join(wine.drive, 'install.cmd'), batchFile(planWith(values, []), at));
  return (await wine.run('cmd', ['/c', 'C:\\install.cmd'])).output;
}
