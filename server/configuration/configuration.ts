import { z } from 'zod';
import { liveConfiguration } from './liveSettings.ts';
import { settlements } from './settlements.ts';
import { shortestToken } from './tokens.ts';

/** What the service is configured by. Each value comes from a file, the environment or the command line, in rising order. */
export const configuration = z.strictObject({
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .meta({ env: 'MIM_SETUP_HOST', description: 'Address to listen on. Beyond loopback a token is required.' }),
  port: z
    .preprocess(
      (value) => (typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value),
      z.number('Give a number from 0 to 65535.').int('Give a whole number.').min(0).max(65535),
    )
    .default(5780)
    .meta({ env: 'MIM_SETUP_PORT', description: 'Port to listen on; 0 takes a free one.' }),
  data: z.string().min(1).default('./data').meta({ env: 'MIM_SETUP_DATA', description: 'The data folder.' }),
  database: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/[^/]+\/[^/?]+/, 'Give a URL such as postgres://user:password@host:5432/mimsetup.')
    .optional()
    .meta({
      env: 'MIM_SETUP_DATABASE',
      secret: true,
      description: 'URL of a PostgreSQL database that several services share. Without it, a file in the data folder.',
    }),
  databaseConnections: z
    .preprocess(
      (value) => (typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value),
      z.number('Give a number from 4 to 200.').int('Give a whole number.').min(4, 'It takes 4 at least.').max(200),
    )
    .default(8)
    .meta({
      env: 'MIM_SETUP_DATABASE_CONNECTIONS',
      description: 'How many connections to it this service takes at most, beside the one that it listens on.',
    }),
  token: z
    .string()
    .min(shortestToken, `A token has at least ${shortestToken} characters.`)
    .optional()
    .meta({ env: 'MIM_SETUP_TOKEN', secret: true, description: 'The bearer token.' }),
  tokenFile: z
    .string()
    .optional()
    .meta({ env: 'MIM_SETUP_TOKEN_FILE', description: 'A file with the token, or with several, a line each: name: token.' }),
  key: z
    .string()
    .optional()
    .meta({ env: 'MIM_SETUP_KEY', secret: true, description: 'The master key for secrets: 32 bytes as hexadecimal or base64.' }),
  keyFile: z.string().optional().meta({
    env: 'MIM_SETUP_KEY_FILE',
    description: 'A file with the master key. Without either, one is made in the data folder.',
  }),
  package: z.string().optional().meta({ env: 'MIM_SETUP_PACKAGE', description: 'Path of Service and Portal.msi.' }),
  tlsCert: z.string().optional().meta({ env: 'MIM_SETUP_TLS_CERT', description: 'A file with the TLS certificate, PEM.' }),
  tlsKey: z.string().optional().meta({ env: 'MIM_SETUP_TLS_KEY', description: 'A file with its private key, PEM.' }),
  logLevel: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .meta({ env: 'MIM_SETUP_LOG_LEVEL', description: 'How much is logged.' }),
  logFile: z
    .string()
    .min(1)
    .optional()
    .meta({ env: 'MIM_SETUP_LOG_FILE', description: 'A file that the log is added to; without it, standard error.' }),
  traces: z
    .url({ protocol: /^https?$/, message: 'Give a URL such as http://localhost:4318/v1/traces.' })
    .optional()
    .meta({
      env: 'MIM_SETUP_TRACES',
      description: 'Where OpenTelemetry traces go, by OTLP over HTTP. Without it there are none.',
    }),
  allowedHosts: several(z.string())
    .default([])
    .meta({ env: 'MIM_SETUP_ALLOWED_HOSTS', description: 'Further names that this service is known by, separated by commas.' }),
  allowedOrigins: several(
    z.string().refine(isOrigin, 'Give an origin as browsers send it, such as https://portal.contoso.com, without a path.'),
  )
    .default([])
    .meta({
      env: 'MIM_SETUP_ALLOWED_ORIGINS',
      description: 'Origins of other web pages that may drive this service with a token, separated by commas.',
    }),
  rehearsal: z
    .strictObject({
      pace: z.number().int().min(0).max(60_000).default(300).meta({ description: 'Milliseconds that a rehearsed action takes.' }),
    })
    .prefault({}),
  runners: z
    .strictObject({
      madeHere: z
        .array(z.enum(['sql', 'directory', 'mail', 'sharePoint', 'network']))
        .default([])
        .meta({
          description: 'What is asked of others over the network by this service, and not by the runner of an installation.',
        }),
      heartbeat: z
        .number()
        .int()
        .min(50)
        .max(60_000)
        .default(10_000)
        .meta({ description: 'How often a runner and this service give each other a sign of life, milliseconds.' }),
    })
    .prefault({}),
  ...liveConfiguration,
  properties: settlements,
});

function several<Item extends z.ZodType>(item: Item) {
  const asList = (value: unknown) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
      : value;
  return z.preprocess(asList, z.array(item));
}

/** Compared as a whole, so it has to be written as browsers do: no path, no port that is the usual one, nothing in upper case. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** All settings, as they were read and checked; what each is stands with its form above. */
export type Configuration = z.output<typeof configuration>;
