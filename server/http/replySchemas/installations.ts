import { z } from 'zod';
import { screenIds } from '../../../machines/chart/flow.ts';
import { statuses } from '../../host/status.ts';
import { replySchemas } from '../schemaNames.ts';

/** Whether an installation is rehearsed or for real. */
export const mode = z.enum(['rehearsal', 'live']);

/** The letter of the guide's option. */
export const option = z
  .enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'])
  .nullable()
  .meta({ description: 'The mail option of the guide; null until a valid mail page is on the trail.' });

/** An installation in the list. */
export const listItem = z
  .strictObject({
    id: z.uuid(),
    name: z.string().nullable(),
    mode,
    runner: z.string().nullable().meta({ description: 'The runner that it has been given to.' }),
    status: z.enum([...statuses, 'damaged']).meta({ description: '`damaged` where what is kept of it cannot be read.' }),
    page: z.enum(screenIds),
    option,
    revision: z.int(),
    who: z.string().meta({ description: 'Whoever moved it last.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .register(replySchemas, { id: 'InstallationListItem' });

/** `GET /installations`. */
export const installationList = z
  .strictObject({
    items: z.array(listItem),
    next: z.string().optional().meta({ description: 'Send it as `cursor` for the next part. Absent at the end of the list.' }),
  })
  .register(replySchemas, { id: 'InstallationList' });
