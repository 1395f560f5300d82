import { PaymentTemplateInput, layoutProblems } from '@xishan/social-assistance-contract'
import { expect, test } from 'vitest'
import { templateValues } from './template-values'

test('a new template begins with what nearly every recipient wants, and lacks nothing but its names', () => {
  const values = templateValues(undefined)
  expect(layoutProblems(values)).toEqual([])
  expect(PaymentTemplateInput.safeParse(values).error?.issues.map(({ path }) => path.join('.'))).toEqual(['name', 'recipient'])
  expect(PaymentTemplateInput.safeParse({ ...values, name: '农商行代发', recipient: '农商行' }).success).toBe(true)
})
