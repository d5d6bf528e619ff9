import { z } from 'zod';

/** The directory refuses to sign somebody in. Its message is the directory's own text, with its ids. */
export class Refusal extends Error {
  /** OAuth's word for it, such as `invalid_client`. */
  readonly error: string;
  /** The numbers of its AADSTS codes. */
  readonly codes: readonly number[];

  constructor({ error, error_description, error_codes, trace_id, correlation_id }: z.output<typeof refusalBody>) {
    const text = (error_description || error).replace(/\s+/g, ' ').trim();
    const ids = [trace_id && `Trace ID: ${trace_id}`, correlation_id && `Correlation ID: ${correlation_id}`];
    super([text, ...ids.filter((id) => id && !text.includes(id))].join(' '));
    this.name = 'Refusal';
    this.error = error;
    this.codes = error_codes.length > 0 ? error_codes : [...text.matchAll(/AADSTS(\d+)/g)].map(([, code]) => Number(code));
  }

  /** Whether one of these AADSTS codes is among its own. */
  is(...codes: readonly number[]): boolean {
    return this.codes.some((code) => codes.includes(code));
  }
}

/** The directory's numbers for what an administrator gets wrong (Microsoft's list of AADSTS error codes). */
export const aadsts = {
  unknownTenant: [90002, 900023],
  unknownApplication: [700016, 700038],
  refusedSecret: [7000215, 7000222],
} as const;

/**
 * Whether asking again later may get another answer. For good is only what the directory says of the code, the user or the
 * application; 90033 and 90024 are its words for a moment of weakness.
 */
export function isPassing({ error, codes }: Refusal, status: number): boolean {
  return (
    status >= 500 ||
    status === 429 ||
    ['slow_down', 'temporarily_unavailable', 'server_error'].includes(error) ||
    codes.some((code) => code === 90033 || code === 90024)
  );
}

/** How the directory writes a refusal (RFC 6749, 5.2, with Microsoft's own codes and ids). */
export const refusalBody = z.object({
  error: z.string(),
  error_description: z.string().catch(''),
  error_codes: z.array(z.number()).catch([]),
  trace_id: z.string().optional().catch(undefined),
  correlation_id: z.string().optional().catch(undefined),
});
