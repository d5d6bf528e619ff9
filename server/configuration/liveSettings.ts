import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { readSecretFile, textIn } from '../../services/files/textFile.ts';
import type { LiveSettings } from '../../services/live/settings.ts';

const host = z
  .url({ protocol: /^https$/, hostname: /./, error: 'Give an address that begins with https://.' })
  .refine((url) => !/[?#]/.test(url), 'Leave out what begins with ? or #.')
  .transform((url) => url.replace(/\/+$/, ''));
const cloud = z.strictObject({ login: host, graph: host, mail: host, portal: host }).partial();
const portNumber = z.number().int().min(1).max(65535);
const milliseconds = z.number().int().min(100).max(600_000);
const file = z.string().refine(existsSync, { error: ({ input }) => `there is no file ${String(input)}.`, abort: true });
const certificates = file.refine(holdsCertificate, 'the file holds no certificate in PEM form.').optional();

/** How the real world is asked; the sections of the configuration that live mode reads. */
export const liveConfiguration = {
  checks: z
    .strictObject({
      timeout: milliseconds.default(15_000).meta({ description: 'How long a check may take, milliseconds.' }),
      hostTimeout: milliseconds.default(60_000).meta({
        description: 'How long the checks of this host, of the package and of what was installed may take, milliseconds.',
      }),
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
      url: z
        .url({ protocol: /^ldaps?$/, hostname: /./, error: 'Give an address such as ldaps://dc1.contoso.com.' })
        .optional()
        .meta({ description: 'A domain controller: ldaps://, or ldap://, which is then encrypted by StartTLS.' }),
      user: z.string().min(1).optional().meta({ description: 'Who looks accounts up: CONTOSO\\reader or reader@contoso.com.' }),
      password: z.string().min(1).optional().meta({ secret: true, description: 'The password; better in a file.' }),
      passwordFile: file.optional().meta({ description: 'A file with the password.' }),
      baseDn: z.string().optional().meta({ description: "Where to look; the server's domain unless stated." }),
      caFile: certificates.meta({ description: 'A file with certificates (PEM) to verify the server by.' }),
    })
    .superRefine(({ url, user, password, passwordFile }, context) => {
      const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      const hasPassword = password !== undefined || passwordFile !== undefined;
      if (user !== undefined && !hasPassword) wrong('user', 'give a password, or a passwordFile, with it.');
      if (user === undefined && hasPassword) wrong('user', 'name the user whom the password is of.');
      const read = passwordFile === undefined ? undefined : readSecretFile(passwordFile);
      if (read && 'problem' in read) wrong('passwordFile', `the file ${passwordFile} ${read.problem}`);
      if (password !== undefined && passwordFile !== undefined) wrong('passwordFile', 'give it or the password, not both.');
      if (url === undefined && user !== undefined) wrong('url', 'name the server that the user signs in to.');
    })
    .prefault({}),
  sql: z
    .strictObject({
      caFile: certificates.meta({ description: 'A file with certificates (PEM) to verify SQL Server by.' }),
    })
    .prefault({}),
  mail: z
    .strictObject({
      smtpPort: portNumber.optional().meta({ description: 'Port of the SMTP server; 25 unless stated.' }),
      exchangePort: portNumber.optional().meta({ description: 'Port of the Exchange server; 443 unless stated.' }),
      hosts: z
        .record(z.string(), z.string().regex(/^[\w.-]+(:\d{1,5})?$/, 'Give a host, or host:port.'))
        .optional()
        .meta({ description: 'Where an Office 365 mail host is really reached: host to host:port.' }),
    })
    .prefault({}),
};

type LiveConfiguration = z.output<z.ZodObject<typeof liveConfiguration>>;

/** The part of the live services' settings that is configured here. Its files are read. */
export function liveSettingsOf({
  checks,
  entra,
  directory,
  sql,
  mail,
}: LiveConfiguration): Omit<LiveSettings, 'jobsFolder' | 'settlements' | 'package'> {
  const { url, user, baseDn } = directory;
  const password = directory.password ?? secretOf(directory.passwordFile);
  return {
    ...checks,
    clouds: entra.clouds as LiveSettings['clouds'],
    clientId: entra.clientId,
    directory: { url, user, baseDn, password, ca: textOf(directory.caFile) },
    sql: { ca: textOf(sql.caFile) },
    mail,
  };
}

/** It has been seen to be one when the configuration was read. */
function secretOf(path: string | undefined): string | undefined {
  const read = path === undefined ? undefined : readSecretFile(path);
  return read && 'secret' in read ? read.secret : undefined;
}

function textOf(path: string | undefined): string | undefined {
  return path === undefined ? undefined : (textIn(readFileSync(path)) ?? undefined);
}

function holdsCertificate(path: string): boolean {
  try {
    return new X509Certificate(readFileSync(path)).subject !== undefined;
  } catch {
    return false;
  }
}
