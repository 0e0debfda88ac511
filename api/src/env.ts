/** The environment, parsed once. `.env.example` names every variable. */
import * as z from 'zod';

const count = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'starts with postgres://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'starts with redis:// or rediss://')
    .optional(),
  HOLDFAST_DATA: z.string().default('.data'),
  HOLDFAST_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SERVICE_WORKER: z.enum(['on', 'off']).default('on'),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  RATE_SIGN_UPS_PER_HOUR: count(30),
  RATE_SIGN_INS_PER_QUARTER_HOUR: count(20),
  RATE_PUSHES_PER_MINUTE: count(600),
  RATE_READS_PER_MINUTE: count(1200),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  LOG_FORMAT: z.enum(['json', 'text']).optional(),
});
export type Env = z.infer<typeof schema>;

export type ParsedEnv =
  | { readonly kind: 'env'; readonly env: Env }
  /** `problem` is one line: which variable, and what is wrong with it. */
  | { readonly kind: 'broken'; readonly problem: string };

/** An empty variable counts as absent, as `.env` files have them. */
export function parseEnv(variables: { readonly [name: string]: string | undefined }): ParsedEnv {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(set);
  if (parsed.success) return { kind: 'env', env: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    kind: 'broken',
    problem: `${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'invalid'}`,
  };
}
