import { z } from 'zod'
import { DomainProblem } from '../contract/problem'
import { normaliseIdentityNumber, readCitizenNumber, type CitizenNumberFacts } from './citizen-number'
import { ID_DOCUMENT_TYPE, readIdentityDocument } from './document'

const citizenNumber = (on?: string) =>
  z
    .string({ message: '请填写公民身份号码（18 位）。' })
    .max(60, '公民身份号码应为 18 位，请对照证件补正。')
    .overwrite(normaliseIdentityNumber)
    .superRefine((number, context) => {
      const reading = readCitizenNumber(number, on)
      if (!reading.ok) context.addIssue({ code: 'custom', message: reading.problem.message, params: { fault: reading.problem.fault } })
    })

/** An 18-character citizen number; the parsed value is normalised. It knows no date: where one is at hand, use `identityNumberOn`. */
export const IdentityNumber = citizenNumber()

/** The same, and nobody born after the business date or more than 130 years before it. */
export const identityNumberOn = (businessDate: string) => citizenNumber(businessDate)

/**
 * The facts of a number within a use case, where the business date is known.
 * @throws DomainProblem `invalid-input`, naming the field
 */
export function requireCitizenNumber(text: string, businessDate: string, field = 'idNumber'): CitizenNumberFacts {
  const reading = readCitizenNumber(text, businessDate)
  if (!reading.ok) throw new DomainProblem('invalid-input', {}, [{ field, message: reading.problem.message }])
  return reading
}

/** A paper and its number, checked together; the problem stands at `number`. */
export const IdentityDocument = z
  .object({
    type: ID_DOCUMENT_TYPE.schema,
    number: z.string({ message: '请填写证件号码。' }).max(60, '证件号码过长，请对照证件核对。'),
  })
  .superRefine((document, context) => {
    const reading = readIdentityDocument(document.type, document.number)
    if (!reading.ok) context.addIssue({ code: 'custom', path: ['number'], message: reading.problem.message })
  })
  .overwrite((document) => {
    const reading = readIdentityDocument(document.type, document.number)
    return reading.ok ? { type: reading.type, number: reading.number } : document
  })
export type IdentityDocument = z.infer<typeof IdentityDocument>
