import { z } from 'zod';
import { problemCodes } from '../../machines/vocabulary/problems.ts';
import { areaOf, type PartName } from '../../services/live/parts.ts';

/**
 * What a service and a runner say to each other, a JSON text a message. The runner has dialled; it says `hello` first, and is answered
 * `welcome` or `refused`. Then it is asked to make calls, and tells how each goes. A connection that ends calls off every call that
 * was made over it: the service asks for it again over the next one, and each is safe to repeat.
 */
const call = z.int().min(1);
const words = z.string().max(2000);
const name = z.string().max(255);

/** What a runner says of itself. */
export const aboutRunner = z.strictObject({
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[\w.]{1,40})?$/),
  platform: name,
  /** The system and its version in its own words: `Windows Server 2019 Standard 10.0.17763`. */
  system: name,
  host: name,
  /** The package that it is configured with; null where it has none, or can't read it. */
  package: z.strictObject({ path: words, productName: name.nullable(), productVersion: name.nullable() }).nullable(),
  /** Whether it comes back after a restart of its server, and why not; null where its server does not tell. */
  autostart: z.strictObject({ comesBack: z.boolean(), why: words.nullable() }).nullish(),
});

/** As {@link aboutRunner} has it. */
export type AboutRunner = z.output<typeof aboutRunner>;

/** Bytes of a log that one message carries at most. */
export const logPiece = 48 * 1024;

const partNames = Object.keys(areaOf) as [PartName, ...PartName[]];

/** What a runner says. */
export const fromRunner = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    about: aboutRunner,
    /** The token that it has made for itself, where it comes with a code. */
    token: z.string().min(40).max(100).optional(),
  }),
  z.strictObject({ type: z.literal('told'), call, progress: z.unknown() }),
  z.strictObject({
    type: z.literal('log'),
    call,
    /** Where in the log these bytes stand. */
    position: z.int().min(0),
    bytes: z.base64().max(Math.ceil(logPiece / 3) * 4 + 4),
  }),
  z.strictObject({ type: z.literal('ended'), call, output: z.unknown() }),
  z.strictObject({
    type: z.literal('failed'),
    call,
    /** Nothing for a fault of the software: the runner's own log has it. */
    problem: z.strictObject({ code: z.enum(problemCodes), message: z.string().max(8000) }).nullable(),
  }),
]);

/** One message of a runner's. */
export type FromRunner = z.output<typeof fromRunner>;

/** What a service says. */
export const fromService = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    name,
    version: name,
    /** How often it gives a sign of life, milliseconds. */
    heartbeat: z.int().min(1),
  }),
  z.object({ type: z.literal('refused'), message: words }),
  z.object({
    type: z.literal('make'),
    call,
    part: z.enum(partNames),
    input: z.unknown(),
    /** How much of the installer's log the service has, bytes. */
    logFrom: z.int().min(0).optional(),
  }),
  z.object({ type: z.literal('callOff'), call }),
  z.object({ type: z.literal('logTaken'), call, position: z.int().min(0) }),
]);

/** One message of a service's. */
export type FromService = z.output<typeof fromService>;

/** Largest message in either direction, bytes. */
export const largestMessage = 4 * 1024 * 1024;

/** Where a runner dials. */
export const connectionPath = '/api/v1/runners/connection';
