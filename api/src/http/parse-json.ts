import { isStorable } from '@holdfast/shared/entities/fields';
import type { Context } from 'hono';
import type * as z from 'zod/mini';

/** The body as the schema has it, or null where it is anything else, or holds words that no database can store. */
export async function parseJson<T>(c: Context, schema: z.ZodMiniType<T>): Promise<T | null> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success && isStorable(parsed.data) ? parsed.data : null;
}
