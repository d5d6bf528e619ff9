import { Argument } from 'commander';
import { logOf } from '../../service/log.ts';
import { toTheSecond } from '../../view/times.ts';
import type { ListedRunner } from '../api.ts';
import { columns } from '../columns.ts';
import { runnerOptions } from '../commonOptions.ts';
import { type Connection, withService } from '../connection.ts';
import type { Output } from '../output.ts';
import { readRunnerSettings } from '../runnerSettings.ts';
import type { Invocation, Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

/** `runner`, `runner enroll`, `runner list`, `runner remove` */
export const runner: Subcommand = {
  name: 'runner',
  summary: 'Do a service’s work on another server; enroll, list and remove who does.',
  details:
    'Without a word behind it, runs a runner on the server that is to be installed on, until Ctrl-C: it connects to the service at --url, and does what only that server can do. It needs the file that --token-file names, with the code that `mim-setup runner enroll NAME` has made at the service; the first time, the code is exchanged for a token of its own, which is kept there. `list` tells of all runners, and `remove NAME` shuts one out.',
  declare(command, perform) {
    command
      .addArgument(new Argument('[what]', 'What to do at the service.').choices(['enroll', 'list', 'remove']))
      .argument('[name]', 'The name of the runner: that of its server, say.');
    for (const option of runnerOptions()) command.addOption(option);
    command.action((what: 'enroll' | 'list' | 'remove' | undefined, name: string | undefined, flags: Flags) =>
      perform((invocation) => {
        const { settings, surroundings, out } = invocation;
        if (what === undefined) return run(invocation, flags);
        if (what !== 'list' && name === undefined)
          throw new Misuse(`Name the runner: ${surroundings.called} runner ${what} mim01`);
        const act = async (service: Connection) => {
          await acts[what](service, out, name ?? '');
          return 'done' as const;
        };
        return withService(settings, surroundings, act, { takesUp: false });
      }),
    );
  },
};

interface Flags {
  readonly package?: string;
  readonly logLevel?: string;
  readonly logFile?: string;
}

async function run({ settings, surroundings: { environment, leave }, out }: Invocation, flags: Flags) {
  const { address, tokenFile, config } = readRunnerSettings(environment, settings, { ...flags });
  const { runRunner } = await import('../../runner/program/runRunner.ts');
  await runRunner({ url: address, tokenFile, config, log: logOf(config), leave, tell: (line) => out.line(line) });
  return 'done' as const;
}

/** What is done at the service. */
const acts = { enroll, list, remove };

async function enroll({ api, url }: Connection, out: Output, name: string) {
  const invitation = await api.inviteRunner(name);
  out.json(invitation);
  out.line(`The code for ${invitation.name}, good once and until ${invitation.expiresAt}:\n`);
  out.line(`  ${invitation.code}\n`);
  out.line(`Write it to a file on that server, say ${name}.token, and start the runner there:\n`);
  out.line(`  mim-setup runner --url ${url ?? '<address of the service>'} --token-file ${name}.token`);
}

async function list({ api, again }: Connection, out: Output) {
  const found = await api.runners();
  out.json(found);
  const titles = ['name', 'state', 'seen', 'version', 'system', 'after a restart', 'does'];
  if (found.items.length === 0) out.line(`There are none yet. Enroll one with: ${again('runner enroll mim01')}`);
  else for (const line of columns(titles, found.items.map(row))) out.line(line);
  for (const { name, note } of found.items) if (note !== null) out.remark(`${name}: ${note}`);
  for (const { name, about } of found.items)
    if (about?.autostart?.comesBack === false) out.remark(`${name} stays away after a restart. ${about.autostart.why ?? ''}`);
}

async function remove({ api }: Connection, out: Output, name: string) {
  await api.removeRunner(name);
  out.json({ removed: name });
  out.line(`${name} is shut out: its token no longer counts.`);
}

function row({ name, state, seenAt, about, calls }: ListedRunner): string[] {
  const does = calls.map(({ service, installation }) => `${service} for ${installation.slice(0, 8)}`);
  return [
    name,
    state,
    seenAt ? toTheSecond(seenAt) : '',
    about?.version ?? '',
    about?.system ?? '',
    afterRestart(about),
    does.join(', '),
  ];
}

/** Nothing is said where nothing is known. */
function afterRestart(about: ListedRunner['about']): string {
  if (!about?.autostart) return '';
  return about.autostart.comesBack ? 'comes back' : 'stays away';
}
