import type { z } from 'zod';
import type { plan } from '../../../http/replySchemas/plan.ts';

/** The plan, as `GET …/plan` gives it. */
export type Plan = z.output<typeof plan>;

/** A property of the installer, as the plan has it. */
export type PlannedProperty = Plan['properties'][number];
