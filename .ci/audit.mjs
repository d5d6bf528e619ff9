// Asks the registry for known weaknesses of what is shipped. One that may stay for a while stands in audit-exceptions.json, with
// the day on which it has to be looked at again and the reason. A registry that cannot answer is told, and is no finding.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { judge } from './judgeAudit.mjs';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const exceptions = JSON.parse(readFileSync(new URL('audit-exceptions.json', import.meta.url), 'utf8'));
const { lines, isClean } = judge(stdout, exceptions, new Date());
for (const line of lines) console.log(line);
process.exitCode = isClean ? 0 : 1;
