import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LiveSettings } from '../services/live/settings.ts';

const host = z.url({ protocol: /^https$/, error: 'Give an address that begins with https://.' });
const cloud = z.strictObject({ login: host, graph: host, mail: host, portal: host }).partial();
const portNumber = z.number().int().min(1).max(65535);

/** How the real world is asked; the sections of the configuration that live mode reads. */
export const liveConfiguration = {
  checks: z
    .strictObject({
      timeout: z
        .number()
        .int()
        .min(100)
        .max(600_000)
        .default(15_000)
        .meta({ description: 'How long a check may take, milliseconds.' }),
    })
    .prefault({}),
  entra: z
    .strictObject({
      clientId: z.string().optional().meta({ description: 'The public application that signs users in with a code.' }),
      clouds: z
        .strictObject({ global: cloud, china: cloud, governmentGccHigh: cloud, governmentDod: cloud })
        .partial()
        .default({})
        .meta({ description: "Hosts to use in place of a cloud's own." }),
    })
    .prefault({}),
  directory: z
    .strictObject({
      url: z.url({ protocol: /^ldaps?$/, error: 'Give an address that begins with ldaps:// or ldap://.' }).optional(),
      user: z.string().optional().meta({ description: 'Who looks accounts up: CONTOSO\\reader or reader@contoso.com.' }),
      password: z.string().optional().meta({ secret: true, description: 'The password; better in a file.' }),
      passwordFile: z.string().optional().meta({ description: 'A file with the password.' }),
      baseDn: z.string().optional().meta({ description: "Where to look; the server's domain unless stated." }),
      caFile: z.string().optional().meta({ description: 'A file with certificates (PEM) to verify the server by.' }),
    })
    .prefault({}),
  sql: z
    .strictObject({
      caFile: z.string().optional().meta({ description: 'A file with certificates (PEM) to verify SQL Server by.' }),
    })
    .prefault({}),
  mail: z
    .strictObject({
      smtpPort: portNumber.optional().meta({ description: 'Port of the SMTP server; 25 unless stated.' }),
      exchangePort: portNumber.optional().meta({ description: 'Port of the Exchange server; 443 unless stated.' }),
      hosts: z
        .record(z.string(), z.string())
        .optional()
        .meta({ description: 'Where an Office 365 mail host is really reached: host to host:port.' }),
    })
    .prefault({}),
};

type LiveConfiguration = z.output<z.ZodObject<typeof liveConfiguration>>;

/** The part of the live services' settings that is configured here. Files are read; one that is not there is an error. */
export function liveSettingsOf({
  checks,
  entra,
  directory,
  sql,
  mail,
}: LiveConfiguration): Omit<LiveSettings, 'jobsFolder' | 'settlements' | 'package'> {
  const { url, user, baseDn } = directory;
  const password = directory.password ?? textOf(directory.passwordFile)?.replace(/\r?\n$/, '');
  return {
    timeout: checks.timeout,
    clouds: entra.clouds as LiveSettings['clouds'],
    clientId: entra.clientId,
    directory: { url, user, baseDn, password, ca: textOf(directory.caFile) },
    sql: { ca: textOf(sql.caFile) },
    mail,
  };
}

function textOf(path: string | undefined): string | undefined {
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}
