import { z } from 'zod';

/** What the launcher is told, through its standard input alone: it holds the secrets. */
export const orderForm = z.object({
  /** The program and what comes before the arguments; Windows' own msiexec where there is none. */
  program: z.array(z.string()).nullable(),
  /** Verbatim. */
  args: z.array(z.string()),
  /** The lock that all installations of this host share; a place of its own for each host where there is none. */
  hostLock: z.string().nullable(),
  /** How long to wait for other installations, milliseconds. */
  patience: z.number(),
  /** How often to look, milliseconds. */
  interval: z.number(),
  /** How long the installer may take to stop by itself before it is ended, milliseconds. */
  grace: z.number(),
});

/** An order to the launcher. */
export type Order = z.output<typeof orderForm>;
