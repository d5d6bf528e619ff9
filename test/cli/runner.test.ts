import { expect, test } from 'vitest';
import { serve } from '../http/service.ts';
import { mimSetupHere } from './here.ts';
import { emptyFolder } from './mimSetup.ts';

test('A runner is enrolled, listed with what is to be done about it, and removed; the command to start it names the service', async () => {
  await using served = await serve();
  const folder = emptyFolder();
  const at = (args: readonly string[], MIM_SETUP_URL = served.url) =>
    mimSetupHere(folder, ['runner', ...args], { environment: { MIM_SETUP_URL } });
  const enrolled = await at(['enroll', 'mim01']);
  expect(enrolled.output).toContain(`  mim-setup runner --url ${served.url} --token-file mim01.token\n`);
  await at(['enroll', 'mim02']);
  const { output, errors } = await at(['list']);
  expect(output).toMatch(/^mim01 +invited/m);
  expect(errors).toMatch(/^mim01: It has not come yet\..*\nmim02: It has not come yet\./);
  expect(await at(['remove', 'mim01'])).toMatchObject({ code: 0, output: expect.stringContaining('mim01 is shut out') });
  expect((await at(['list'])).output).not.toContain('mim01');
  expect(await at(['remove'])).toMatchObject({ code: 2, errors: expect.stringContaining('Name the runner') });

  const here = await mimSetupHere(folder, ['runner', 'enroll', 'mim03']);
  expect(here.output).toContain('--url <address of the service> --token-file mim03.token');
});
