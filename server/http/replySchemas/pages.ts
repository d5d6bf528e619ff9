import { z } from 'zod';
import { screenIds } from '../../../machines/chart/flow.ts';
import { screens } from '../../../machines/pages/screens.ts';
import { replySchemas } from '../schemaNames.ts';

/** JSON Schema, 2020-12, for a form or an editor. */
export const jsonSchema = z.record(z.string(), z.unknown()).meta({ description: 'A JSON Schema (2020-12).' });

/** The name of any screen. */
export const screenId = z.enum(screenIds);

/** What kinds of screens there are. */
export const screenKind = z.enum([...new Set(Object.values(screens).map(({ kind }) => kind))]);

/** Where a screen is in the installation guide, and what is said on it. */
export const guide = z.strictObject({
  step: z.string().meta({ description: 'The step of the installation guide.' }),
  text: z.string().meta({ description: 'A sentence or two of guidance.' }),
});

const checkDeclaration = z.strictObject({ id: z.string(), title: z.string(), overridable: z.boolean() });
/** What the guide remarks. */
export const note = z.strictObject({ code: z.string(), message: z.string() });

const propertyDeclaration = z.strictObject({
  name: z.string(),
  field: z.string(),
  provenance: z.enum(['documented', 'disputed', 'unknown']),
  note: z.string().optional(),
});

/** What every screen says of itself, whoever shows it. */
export const screenHead = {
  id: screenId,
  kind: screenKind,
  phase: z.string(),
  title: z.string(),
  subtitle: z.string(),
  guide,
};

/** `GET /pages/{page}`. A page that asks has a schema; a warning, an error box or a stage has none. */
export const pageDeclaration = z
  .strictObject({
    ...screenHead,
    showsIf: z
      .string()
      .nullable()
      .meta({ description: 'The question that decides whether it shows; null where it always does.' }),
    schema: jsonSchema.optional(),
    checks: z.array(checkDeclaration).optional(),
    notes: z.array(note).optional(),
    properties: z
      .array(propertyDeclaration)
      .optional()
      .meta({ description: 'The installer properties that its answers become.' }),
  })
  .register(replySchemas, { id: 'PageDeclaration' });

/** `GET /pages`. */
export const pageDeclarations = z
  .strictObject({
    items: z.array(pageDeclaration),
    rehearsal: z.strictObject({ installerActions: z.array(z.string()) }),
  })
  .register(replySchemas, { id: 'PageDeclarations' });
