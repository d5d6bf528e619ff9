import { Argument } from 'commander';
import type { Autostart, Kind } from '../../../services/autostart/autostart.ts';
import { autostartOf } from '../../../services/autostart/autostartOf.ts';
import { type Standing, standingOf } from '../../../services/autostart/comesBack.ts';
import { unitNames } from '../../../services/autostart/linux/unit.ts';
import { programCommand } from '../../../services/autostart/thisProgram.ts';
import { entryOf } from '../autostart/entryOf.ts';
import { serviceOptions } from '../commonOptions.ts';
import type { Ending } from '../exitCodes.ts';
import type { Invocation, Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

/** `autostart install`, `autostart status`, `autostart remove` */
export const autostart: Subcommand = {
  name: 'autostart',
  summary: 'Have the service, or the runner, start with the computer.',
  details:
    'On Windows by the Task Scheduler, on Linux by a system unit of systemd. `install` takes the options of `mim-setup serve` or `mim-setup runner`, and what the environment says of them; every path is kept whole, and no secret is kept. The account is one of the domain, best a group managed one (CONTOSO\\svcSetup$), or SYSTEM; on Linux a user. Nobody gives its password, and none is kept. `status` says whether it would come back after a restart, and why not: its exit code is 0 only where it would.',
  declare(command, perform) {
    command
      .addArgument(new Argument('<what>', 'What to do.').choices(['install', 'status', 'remove']))
      .addArgument(new Argument('[which]', 'Which of the two; status looks at both.').choices(['service', 'runner']))
      .option('--account <name>', 'The account that it runs as.');
    for (const option of serviceOptions()) command.addOption(option);
    command.action((what: 'install' | 'status' | 'remove', which: Kind | undefined, { account, ...flags }: Flags) =>
      perform((invocation) => {
        const acting = { ...invocation, by: invocation.surroundings.autostart ?? autostartOf(process.platform) };
        if (what === 'status') return status(acting, which, account);
        if (which === undefined)
          throw new Misuse(`Say which: ${acting.surroundings.called} autostart ${what} service, or ${what} runner.`);
        return what === 'install' ? install(acting, which, account, flags) : remove(acting, which);
      }),
    );
  },
};

interface Flags {
  readonly account?: string;
  readonly [setting: string]: unknown;
}

interface Acting extends Invocation {
  readonly by: Autostart;
}

async function install({ settings, surroundings, out, by }: Acting, kind: Kind, account: string | undefined, flags: object) {
  if (account === undefined)
    throw new Misuse('Name the account that it is to run as: --account CONTOSO\\svcSetup$, say, or --account SYSTEM.');
  const { environment, leave } = surroundings;
  const program = programCommand(process);
  const entry = entryOf({ kind, account, program, settings, flags: { ...flags }, environment, platform: process.platform });
  const told = await by.install(entry, leave);
  out.json({ installed: kind, account, command: entry.command, told });
  for (const line of told) out.line(line);
  const ofTheWay = Object.keys(environment).filter((name) => saysTheWay.test(name) && environment[name]);
  if (ofTheWay.length > 0) {
    const way = process.platform === 'win32' ? 'setx /M' : `systemctl edit ${unitNames[kind]}`;
    out.remark(`Set here, and at start-up only where they are set for the computer (${way}): ${ofTheWay.join(', ')}.`);
  }
  return 'done' as const;
}

/** Variables by which a service, or a runner, finds its way to others, and trusts them. */
const saysTheWay = /^(?:(?:https|all|no)_proxy|NODE_USE_ENV_PROXY|NODE_EXTRA_CA_CERTS)$/i;

async function status({ settings, surroundings, out, by }: Acting, which: Kind | undefined, account: string | undefined) {
  const { environment, leave } = surroundings;
  const data = settings.data ?? environment['MIM_SETUP_DATA'];
  const items: Looked[] = [];
  for (const kind of which ? [which] : (['service', 'runner'] as const)) {
    const found = await by.find(kind, leave);
    items.push({
      kind,
      account: found?.account ?? null,
      command: found?.command ?? null,
      ...standingOf(found, { kind, account, data }),
    });
  }
  out.json({ items });
  for (const { kind, comesBack, account: runsAs, reasons, remarks } of items) {
    out.line(
      comesBack ? `The ${kind} comes back after a restart, as ${runsAs}.` : `The ${kind} would not come back after a restart.`,
    );
    for (const line of [...reasons, ...remarks]) out.line(`  ${line}`);
  }
  return endingOf(items, which);
}

interface Looked extends Standing {
  readonly kind: Kind;
  readonly account: string | null;
  readonly command: readonly string[] | null;
}

/** Most computers have one of the two: nobody misses the other. */
function endingOf(items: readonly Looked[], which: Kind | undefined): Ending {
  const asked = which ? items : items.filter(({ account }) => account !== null);
  return asked.length > 0 && asked.every(({ comesBack }) => comesBack) ? 'done' : 'stopped';
}

async function remove({ surroundings: { leave }, out, by }: Acting, kind: Kind) {
  const wasThere = await by.remove(kind, leave);
  out.json({ removed: wasThere ? kind : null });
  out.line(
    wasThere
      ? `The ${kind} no longer starts with this computer. What runs goes on.`
      : `Nothing started the ${kind} with this computer.`,
  );
  return 'done' as const;
}
