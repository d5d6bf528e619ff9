import { z } from 'zod';

/** The name of a SQL Server: `Server` or `Server\Instance`, optionally with `,port`. */
export function sqlServer() {
  return z
    .string()
    .regex(
      /^(?=.{1,253}(?:[\\,]|$))[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)*(?:\\[A-Za-z_&#][A-Za-z0-9_$#&]{0,15})?(?:,(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5]))?$/,
      { error: ({ input }) => sqlServerAdvice(String(input)) },
    )
    .refine((name) => !/\\MSSQLSERVER(,|$)/i.test(name), {
      error: 'MSSQLSERVER is the default instance. Enter the name of the server alone.',
    });
}

/** Forms that Windows' own clients know, and the installer's dialogs or other computers do not. */
function sqlServerAdvice(text: string): string {
  const example = 'such as contosoagl.contoso.com or sql01\\MIM';
  if (/^(\.|\(local\)|\(localdb\))(\\|,|$)/i.test(text)) {
    return `"." and (local) mean whatever computer reads them. Enter the name of the server, ${example}.`;
  }
  if (/^(tcp|np|lpc|admin):/i.test(text))
    return `Leave out the protocol before the colon. Enter Server or Server\\Instance, ${example}.`;
  if (/^\[?[0-9a-f]*:[0-9a-f]*:/i.test(text))
    return `An IPv6 address is not accepted here. Enter the name of the server, ${example}.`;
  return `Enter Server or Server\\Instance, ${example}.`;
}
