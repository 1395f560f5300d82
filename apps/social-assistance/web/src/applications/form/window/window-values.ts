import { DraftInput, WindowFields, type ApplicationDetail } from '@xishan/social-assistance-contract'
import type { Draft } from '@xishan/web-kit'
import type { z } from 'zod'

/** What the service keeps and shows only masked; the page sends it again only when it changes. */
export interface Kept {
  document: boolean
  phone: boolean
  agent: boolean
}

export const NOTHING_KEPT: Kept = { document: false, phone: false, agent: false }

export const keptOf = ({ documentMasked, phoneMasked, agent }: Pick<ApplicationDetail, 'documentMasked' | 'phoneMasked' | 'agent'>): Kept => ({
  document: documentMasked !== '',
  phone: phoneMasked !== '',
  agent: agent !== null,
})

const { document, phone, agent } = WindowFields.shape

/** The window's fields, those left out that are kept as they are. */
export const windowForm = (kept: Kept) =>
  WindowFields.extend({
    document: kept.document ? document.optional() : document,
    phone: kept.phone ? phone.optional() : phone,
    agent: kept.agent ? agent.optional() : agent,
  })
export type WindowValues = Draft<z.input<ReturnType<typeof windowForm>>>

export const noDocument = (): { type: '1'; number: string } => ({ type: '1', number: '' })

/** An empty window. @param scope where the person works: a community or a street is filled in as the likely place */
export const blankWindow = (scope: string): WindowValues => ({
  applicantName: '',
  document: noDocument(),
  phone: '',
  divisionCode: scope.length === 12 ? scope : '',
  hukouDivisionCode: scope.length >= 9 ? scope.slice(0, 9) : '',
  residence: undefined,
  address: '',
  memberCount: undefined,
  hardship: undefined,
  staffRelative: undefined,
  agent: null,
})

/** What an application has so far, to go on from; a draft stands at the street until its community is chosen. */
export const windowOf = (detail: ApplicationDetail): WindowValues => ({
  applicantName: detail.applicantName,
  document: keptOf(detail).document ? undefined : noDocument(),
  phone: keptOf(detail).phone ? undefined : '',
  divisionCode: detail.divisionCode.length === 12 ? detail.divisionCode : '',
  hukouDivisionCode: detail.hukouDivisionCode,
  residence: detail.residence,
  address: detail.address,
  memberCount: detail.members || undefined,
  hardship: detail.hardship,
  staffRelative: detail.staffRelative,
  agent: keptOf(detail).agent ? undefined : null,
})

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''
const isUntypedDocument = (name: string, value: unknown): boolean => name === 'document' && typeof value === 'object' && value !== null && 'number' in value && isBlank(value.number)

/** What has been typed, as a draft keeps it: what is blank is left out, nobody acting for the applicant is an answer. */
export function draftOf(values: WindowValues): z.ZodSafeParseResult<DraftInput> {
  const typed = Object.entries(values).filter(([name, value]) => (name === 'agent' ? value !== undefined : !isBlank(value)) && !isUntypedDocument(name, value))
  return DraftInput.safeParse(Object.fromEntries(typed))
}
