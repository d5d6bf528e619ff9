import type { z } from 'zod';
import type { JsonSchema } from '../../../machines/answers/pageSchema.ts';
import type { ProblemCode } from '../../../machines/vocabulary/problems.ts';

/** What a body is: a zod schema, by name where it is registered in `schemaNames.ts`, or a JSON Schema that something else has made. */
export type BodySchema = z.ZodType | JsonSchema;

/** A body by its media types. */
export type Content = Readonly<Record<string, BodySchema>>;

/** What a call takes beside its body. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly required?: boolean;
  readonly schema: z.ZodType;
}

/** What a call answers with one status. */
export interface Reply {
  readonly description: string;
  readonly content?: Content;
  /** Headers that come with it, each with what it says. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call of the API, as its route's file describes it. */
export interface Operation {
  /** What a generated client calls it: a verb and what it is about. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Content;
  /** By status. Refusals are in `problems`. */
  readonly replies: Readonly<Record<number, Reply>>;
  /** Refusals beside those that any call of its kind can meet: for want of a token, or for a body that can't be read. */
  readonly problems?: readonly ProblemCode[];
  /** It needs no token. */
  readonly open?: true;
}

/** In small letters, as OpenAPI writes methods. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The calls of one route file, by path (as OpenAPI writes it, from the root) and method. */
export type Description = Readonly<Record<string, { readonly [M in Method]?: Operation }>>;

/** The reply that most calls give. */
export function json(description: string, schema: BodySchema, headers?: Reply['headers']): Reply {
  return { description, content: { 'application/json': schema }, ...(headers && { headers }) };
}
