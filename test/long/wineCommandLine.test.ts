import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples, program } from '../cli/mimSetup.ts';
import { startWine, type Wine, wineMissing } from '../peers/wine/startWine.ts';
import { windowsNode, windowsNodeMissing } from '../peers/wine/windowsNode.ts';
import { windowsPath } from '../peers/wine/windowsService.ts';

const missing = wineMissing ?? (await windowsNodeMissing());
const skipped = missing !== null && !process.env['CI'];

describe.skipIf(skipped)(`mim-setup as a Windows process (${missing ?? 'Wine and Node for Windows are there'})`, () => {
  let wine: Wine;
  beforeAll(async () => {
    wine = await startWine();
  }, 120_000);
  afterAll(() => wine?.stop());

  test('validate, run --install, list and show do on Windows what they do on Linux', async () => {
    const file = windowsPath(`${examples}/option-c.yaml`);
    expect(await mimSetup(wine, 'validate', file)).toMatchObject({
      code: 0,
      output: expect.stringContaining('leads to the review, by option C'),
    });
    const data = ['--data', 'C:\\data'];
    const ran = await mimSetup(wine, 'run', file, '--install', '--pace', '5', ...data);
    expect(ran).toMatchObject({ code: 0, output: expect.stringContaining('Finished, option C.') });
    const listed = await mimSetup(wine, 'list', ...data);
    expect(listed).toMatchObject({ code: 0, output: expect.stringMatching(/rehearsal +finished +finished +C/) });
    const [id = ''] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(listed.output) ?? [];
    const shown = await mimSetup(wine, 'show', id, '--json', ...data);
    expect(JSON.parse(shown.output)).toMatchObject({ id, status: 'finished' });
  }, 300_000);

  test('what is not valid is told with the same exit codes', async () => {
    expect(await mimSetup(wine, 'validate', 'C:\\nothing.yaml')).toMatchObject({ code: 2 });
    expect(await mimSetup(wine, 'wizard')).toMatchObject({
      code: 2,
      output: expect.stringContaining('A file of answers needs nobody: '),
    });
  }, 300_000);
});

/** Wine 8 can't try two families of addresses at once, and refuses to connect where a connection is to be kept alive. */
async function mimSetup(wine: Wine, ...args: readonly string[]) {
  const preload = `import { Socket, setDefaultAutoSelectFamily } from 'node:net';
    setDefaultAutoSelectFamily(false);
    Socket.prototype.setKeepAlive = function () { return this; };`;
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`, '--disable-warning=ExperimentalWarning'];
  return wine.run(windowsPath(await windowsNode()), [...flags, windowsPath(program), ...args]);
}
