import { z } from 'zod';
import { definePage } from '../../machines/pages/definePage.ts';
import { choice, secret } from '../../machines/pages/fieldKinds.ts';

/** A page with a field of every sort, for what judges and describes pages. */
export const judgedPage = definePage({
  title: 'Judged',
  subtitle: 'A page of the tests',
  step: '0',
  guidance: 'Nothing is asked.',
  team: 'project',
  fields: z.strictObject({
    kind: choice({ account: 'An account', none: 'Nobody' }).meta({ title: 'Kind' }),
    name: z.string().min(2, 'Too short.').optional(),
    nickname: z.string().optional(),
    agreed: z.literal(true),
    password: secret().optional(),
    group: z.strictObject({ host: z.string(), password: secret() }).optional(),
    cloudName: z
      .string()
      .regex(/^[^\p{Cc}]*$/u)
      .optional(),
    tags: z.array(z.string()).optional(),
  }),
  applies: {
    name: { when: { field: 'kind', is: ['account'] } },
    nickname: { when: { field: 'kind', is: ['account'] }, optional: true },
    cloudName: { when: ({ cloud }) => cloud === 'china' },
  },
  judge: ({ name, nickname }) =>
    name !== undefined && name === nickname ? [{ field: 'nickname', code: 'same', message: 'Same.' }] : [],
});
