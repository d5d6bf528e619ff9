import { z } from 'zod';
import { replySchemas } from '../schemaNames.ts';

/** A step in the journal. Its event is as it was taken, each secret only as kept. */
export const historyEntry = z
  .strictObject({
    revision: z.int(),
    at: z.iso.datetime(),
    who: z.string().meta({ description: 'The name of the token; `local` without one; `mim-setup` for what a call has brought.' }),
    event: z.looseObject({ type: z.string() }),
    from: z.string().nullable().meta({ description: 'What was on screen before; null for the first step.' }),
    to: z.string().meta({ description: 'What was on screen then.' }),
  })
  .register(replySchemas, { id: 'HistoryEntry' });

/** `GET …/history`. */
export const history = z.array(historyEntry).register(replySchemas, { id: 'History' });
