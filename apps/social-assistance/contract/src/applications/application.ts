import {
  AccountView, AvailableAction, FlagFilter, ID_DOCUMENT_TYPE, IdentityDocument, IsoDate, Light, PageQuery, ScopeFilter, SearchText, StepView, Suspension, Uuid, pageOf,
} from '@xishan/domain'
import { z } from 'zod'
import { DecisionView } from '../decisions/decision'
import { AttachmentView } from '../documents/attachment-kinds'
import { DeliveryView } from '../documents/delivery'
import { PAPER_KIND } from '../documents/papers'
import { Finances } from '../finances/finances'
import { HARDSHIP, RESIDENCE } from '../households/code-sets'
import { MemberView } from '../households/member'
import { SurveyView } from '../investigations/survey'
import { MEANS_CHECK_STATES } from '../means-checks/lifecycle'
import { ObjectionView } from '../objections/objection'
import { PostingView } from '../postings/posting'
import { Assessment } from '../rules/assessment'
import { APPLICATION_STATES } from './lifecycle'
import { TermView } from './terms'
import { ENTRY } from './window'

export const ApplicationRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  applicantName: z.string(),
  documentMasked: z.string(),
  divisionCode: z.string(),
  streetName: z.string(),
  communityName: z.string(),
  residence: RESIDENCE.schema.nullable(),
  members: z.int(),
  state: z.enum(APPLICATION_STATES),
  stateSince: IsoDate,
  /** The nearest day by which something must be done. */
  dueOn: IsoDate.nullable(),
  light: Light.nullable(),
  submittedOn: IsoDate.nullable(),
  acceptedOn: IsoDate.nullable(),
  amountFen: z.int().nullable(),
  separatelyRegistered: z.boolean(),
  reported: z.boolean(),
})
export type ApplicationRow = z.infer<typeof ApplicationRow>

export const ApplicationQuery = PageQuery.extend({
  state: z.enum(APPLICATION_STATES, { message: '请从列表中选择办理环节' }).optional(),
  division: ScopeFilter,
  /** A part of a name, a case number or the end of one. */
  q: SearchText,
  light: Light.optional(),
  /** Waits for the person who asks. */
  mine: FlagFilter,
  /** Not yet decided. */
  open: FlagFilter,
  separatelyRegistered: FlagFilter,
  /** Newest number first, or soonest due first with those that nothing is due for at the end. */
  sort: z.enum(['newest', 'due'], { message: '请从列表中选择排序方式' }).optional(),
})
export type ApplicationQuery = z.infer<typeof ApplicationQuery>
export const ApplicationPage = pageOf(ApplicationRow)

/** A case on one page. What the reader's role may not see is null or empty. */
export const ApplicationDetail = ApplicationRow.extend({
  householdId: Uuid.nullable(),
  entry: ENTRY.schema,
  singleMemberId: Uuid.nullable(),
  documentType: ID_DOCUMENT_TYPE.schema.nullable(),
  phoneMasked: z.string(),
  hukouDivisionCode: z.string(),
  hukouName: z.string(),
  address: z.string(),
  hardship: HARDSHIP.schema.nullable(),
  staffRelative: z.boolean().nullable(),
  agent: z.object({ name: z.string(), phoneMasked: z.string(), relation: z.string() }).nullable(),
  account: AccountView.nullable(),
  memberList: z.array(MemberView),
  finances: Finances.nullable(),
  meansCheck: z
    .object({ id: Uuid, version: z.int(), state: z.enum(MEANS_CHECK_STATES), requestedOn: IsoDate, concludedOn: IsoDate.nullable(), toldOn: IsoDate.nullable(), conclusion: z.string() })
    .nullable(),
  surveys: z.array(SurveyView),
  postings: z.array(PostingView),
  objections: z.array(ObjectionView),
  deliveries: z.array(DeliveryView),
  decision: DecisionView.nullable(),
  /** What the rules propose today, or said on the day of the decision. */
  assessment: Assessment.nullable(),
  steps: z.array(StepView),
  terms: z.array(TermView),
  suspensions: z.array(Suspension),
  /** The bureau must visit the home before the decision. */
  homeVisitRequired: z.boolean(),
  homeVisitedOn: IsoDate.nullable(),
  /** Confirmed by the street: delegated when the case was accepted. */
  delegated: z.boolean(),
  editable: z.boolean(),
  attachments: z.array(AttachmentView),
  papers: z.array(PAPER_KIND.schema),
  actions: z.array(AvailableAction),
})
export type ApplicationDetail = z.infer<typeof ApplicationDetail>

/** Whether a person is in pay or in another open case; asked over the whole district, answered with yes or no only. */
export const DuplicateCheck = z.object({ document: IdentityDocument, applicationId: Uuid.optional() })
export const DuplicateAnswer = z.object({ inPay: z.boolean(), inOpenCase: z.boolean() })
export type DuplicateAnswer = z.infer<typeof DuplicateAnswer>
