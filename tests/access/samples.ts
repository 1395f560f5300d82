import { z } from 'zod'

const Described = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
})
type Described = z.infer<typeof Described>

/** Texts of every form that the contracts ask for; the first that fits is taken. */
const TEXTS = [
  '如实填写的一段说明', '2025-09-29', '2025-08', '0198f2a0-0000-7000-8000-000000000001', '530112001001', '530112001', '530112',
  '13812345678', '6223690012345678', '1', '12.5', '123456', 'zhang.san', '/', 'pdf', '2025', '是',
]

/** A value that the described shape lets in, every optional part filled; rules beyond the shape are not known here. */
export function sampleOf(type: z.ZodType): unknown {
  return sample(z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }))
}

function sample(description: unknown): unknown {
  const shape = Described.parse(description)
  if ('const' in shape) return shape.const
  if (shape.enum) return shape.enum[0]
  const [choice] = (shape.anyOf ?? shape.oneOf ?? []).filter((each) => Described.parse(each).type !== 'null')
  if (choice !== undefined) return sample(choice)
  if (shape.type === undefined && shape.allOf) return sample(Object.assign({}, ...shape.allOf))
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, sample(inner)]))
    case 'array':
      return [sample(shape.items ?? {})]
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return true
    default:
      return textOf(shape)
  }
}

function textOf(shape: Described): string {
  const patterns = [shape, ...(shape.allOf ?? []).map((each) => Described.parse(each))].flatMap(({ pattern }) => (pattern ? [new RegExp(pattern, 'u')] : []))
  const { minLength = 0, maxLength = Infinity } = shape
  return TEXTS.find((text) => text.length >= minLength && text.length <= maxLength && patterns.every((pattern) => pattern.test(text))) ?? ''
}
