import { z } from 'zod'

const accepting = new WeakMap<z.core.$ZodType, boolean>()

/** Whether a field may be left out altogether. */
export function isOptional(schema: z.core.$ZodType): boolean {
  const known = accepting.get(schema)
  if (known !== undefined) return known
  const optional = z.safeParse(schema, undefined).success
  accepting.set(schema, optional)
  return optional
}

/** The schema inside optional, nullable, default and readonly wrappers. */
function inner(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly)
    return inner(schema.unwrap())
  return schema
}

function part(schema: z.core.$ZodType, name: string): z.core.$ZodType | undefined {
  const bare = inner(schema)
  if (bare instanceof z.ZodObject) return bare.shape[name]
  return bare instanceof z.ZodArray && /^\d+$/.test(name) ? bare.element : undefined
}

/** The schema at a path such as `members.0.name`; nothing where a union or a transformation hides it. */
export function schemaAt(schema: z.core.$ZodType, path: string): z.core.$ZodType | undefined {
  return path.split('.').reduce<z.core.$ZodType | undefined>((at, name) => at && part(at, name), schema)
}

/**
 * What an emptied input leaves behind ('' or null) means "not given": it is taken out where the contract lets the field be absent
 * and where null is not a value, so that the contract's own sentence about a missing field appears.
 */
export function withoutEmpty(schema: z.core.$ZodType | undefined, value: unknown): unknown {
  if (schema && (value === '' || value === null)) return keepsEmpty(schema, value) ? value : undefined
  if (Array.isArray(value)) return value.map((item, at) => withoutEmpty(schema && part(schema, String(at)), item))
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Blob) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutEmpty(schema && part(schema, name), member)]))
}

function keepsEmpty(schema: z.core.$ZodType, value: '' | null): boolean {
  if (value === null) return z.safeParse(schema, null).success
  return !isOptional(schema) && inner(schema) instanceof z.ZodString
}
