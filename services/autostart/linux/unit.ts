import type { Entry, Kind } from '../autostart.ts';

/** What the unit of each is called. */
export const unitNames: { readonly [Which in Kind]: string } = {
  service: 'mim-setup.service',
  runner: 'mim-setup-runner.service',
};

/**
 * The unit of systemd that starts it with the computer, and again whenever it ends. An installer that it has begun is no part of it:
 * it goes on while the unit is stopped (`KillMode=process`).
 */
export function unitText({ kind, account, command }: Entry): string {
  return `[Unit]
Description=mim-setup, the ${kind}
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
ExecStart=${command.map(quoted).join(' ')}
User=${account}
WorkingDirectory=/
UMask=0077
Restart=always
RestartSec=10
KillMode=process

[Install]
WantedBy=multi-user.target
`;
}

/** What a unit of ours says: whom it runs as, and what it starts. Null where it says neither. */
export function readUnit(text: string): { readonly account: string; readonly command: readonly string[] } | null {
  const start = /^ExecStart=(.*)$/m.exec(text)?.[1];
  if (start === undefined) return null;
  const command = [...start.matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g)].map(([, inQuotes, bare]) =>
    bare === undefined ? unquoted(inQuotes!) : bare,
  );
  return { account: /^User=(.*)$/m.exec(text)?.[1] ?? 'root', command };
}

/** systemd reads a backslash as C does, and puts something in the place of `%` and `$` unless they are doubled ("systemd.service"). */
function quoted(argument: string): string {
  const escaped = argument.replace(/["\\]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return `"${escaped}"`;
}

function unquoted(text: string): string {
  return text
    .replace(/\\(.)/g, '$1')
    .replaceAll('%%', '%')
    .replaceAll('$$', () => '$');
}
