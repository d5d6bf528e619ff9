import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogFollower } from '../../services/installer/log/logFollower.ts';
import { redactor } from '../../services/installer/log/redactor.ts';

/** Follows the log of a folder until the file `ended` is there, and then tells its parent what it has heard and used. */
const [folder] = process.argv.slice(2) as [string];
const follower = await LogFollower.takeUp(
  { original: join(folder, 'installer.log'), shown: join(folder, 'log.txt'), kept: join(folder, 'followed.json') },
  { redact: redactor({ secrets: ['Open-Sesame'] }), actions: [] },
);
const end = Date.now() + 600_000;
for (let ended = false; !ended; await sleep(20)) {
  if (Date.now() > end) throw new Error('The log that is followed has not ended within ten minutes.');
  ended = existsSync(join(folder, 'ended'));
  await follower.catchUp(() => {}, { ended });
}
const { engineCode, components } = follower.story;
process.send!({ engineCode, components, maxRSS: process.resourceUsage().maxRSS });
process.disconnect();
