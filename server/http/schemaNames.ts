import { z } from 'zod';

/** Bodies that clients send, by the name that they have in the OpenAPI document. */
export const requestSchemas = z.registry<{ id: string }>();

/** Bodies that the service sends, by the name that they have in the OpenAPI document. */
export const replySchemas = z.registry<{ id: string }>();
