import { z } from 'zod';

/** The name of a runner: what its server is called, say. */
export const runnerName = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
    'Give a name of letters, digits, dots, hyphens and underscores, at most 63.',
  )
  .meta({ examples: ['mim01'] });
