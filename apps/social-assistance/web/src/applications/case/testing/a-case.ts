import type { ApplicationDetail, Assessment, AttachmentKind, MemberView } from '@xishan/social-assistance-contract'

const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
export const CASE_ID = uuid(1)
export const HEAD_ID = uuid(2)

/** The builders of the pages' tests: a household of one before the first opinion, found entitled. */
export const anAssessment = (changed: Partial<Assessment> = {}): Assessment => ({
  result: 'pass',
  entry: 'HOUSEHOLD',
  category: 'A',
  amountFen: 63000,
  expectedFen: 63000,
  standardFen: 63000,
  perCapitaFen: 0,
  countedMembers: 1,
  coveredMembers: 1,
  recheckMonths: 12,
  perMember: [{ memberId: HEAD_ID, counted: true, countedBecause: '申请家庭的本人或户主', covered: true, incomeFen: 0, supplementFen: 0, supplementGround: null }],
  trace: { decidedOn: '2025-09-30', result: 'pass', steps: [] },
  ...changed,
})

export const aMember = (changed: Partial<MemberView> = {}): MemberView => ({
  id: HEAD_ID, name: '王建国', relation: '0', sex: '1', birthDate: '1980-03-15', ethnicity: '01', maritalStatus: '20', health: '1', disability: null, seriousIllness: null, labour: 'NONE',
  employment: 'JOBLESS', study: 'NONE', fullTimeStudy: false, selfSupporting: null, livesTogether: true, legalDuty: null, absence: 'NONE', worshipSince: null, staffRelative: null, note: '',
  documentType: '1', documentMasked: '530112********0733', counted: true, countedBecause: '申请家庭的本人或户主',
  ...changed,
})

export const attached = (kind: AttachmentKind, nth = 1): ApplicationDetail['attachments'][number] => ({
  id: uuid(100 + nth), kind, name: '扫描件.png', mediaType: 'image/png', bytes: 68, uploadedBy: '李红梅', uploadedAt: '2025-09-30T02:00:00Z', businessDate: '2025-09-30',
})

export const aCase = (changed: Partial<ApplicationDetail> = {}): ApplicationDetail => ({
  id: CASE_ID, version: 7, number: 'XS-SA-2025-000003', applicantName: '王建国', documentMasked: '530112********0733', divisionCode: '530112001001', streetName: '西苑街道', communityName: '凯苑社区',
  residence: 'URBAN', members: 1, state: 'OPINION', stateSince: '2025-09-30', dueOn: '2025-11-18', light: 'green', submittedOn: '2025-09-30', acceptedOn: '2025-09-30', amountFen: null,
  separatelyRegistered: false, reported: false, householdId: uuid(3), entry: 'HOUSEHOLD', singleMemberId: null, documentType: '1', phoneMasked: '138****5678', hukouDivisionCode: '530112001',
  hukouName: '西苑街道', address: '凯苑路 8 号', hardship: 'ILLNESS', staffRelative: false, agent: null, account: null, memberList: [aMember()], finances: null, meansCheck: null, surveys: [], postings: [],
  objections: [], deliveries: [], decision: null, assessment: anAssessment(), steps: [], terms: [], suspensions: [], homeVisitRequired: false, homeVisitedOn: null, delegated: false, editable: false,
  attachments: [], papers: [], actions: [{ action: 'giveOpinion', label: '提出初审意见', adverse: false, blockedBy: null }],
  ...changed,
})
