import { addDays } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import { applicationTerms, requireAgreement } from '@xishan/social-assistance-contract'
import { Posting } from '@xishan/social-assistance-service'
import type { CaseHistory } from '../case-history'
import { addressOf } from '../places'
import { period, type By } from './by'

/** Notes with each member whether the rules count it. */
export function markCounted(history: CaseHistory, on: string): void {
  for (const { memberId, counted, countedBecause } of history.assessment(on)?.perMember ?? []) Object.assign(history.members.find(({ id }) => id === memberId) ?? {}, { counted, countedBecause })
}

/** The first opinion as the rules have it that day. */
export function giveOpinion(history: CaseHistory, by: By, opinion: string): void {
  const assessment = history.assessment(by.on)
  if (!assessment) throw new RangeError('nothing to give an opinion on')
  const recommend = assessment.result === 'pass'
  const amountFen = assessment.amountFen
  history.take('giveOpinion', by, { recommend, opinion, amountFen }, () => {
    requireAgreement({ recommend, amountFen }, assessment)
    history.application.recommend(recommend, amountFen)
    markCounted(history, by.on)
    return { trace: assessment.trace }
  })
}

const places = new Map<string, string>()
function communityName(code: string, on: string): string {
  const known = places.get(code) ?? addressOf(code, on).replace(/^西山区.*?街道/, '')
  places.set(code, known)
  return known
}

export function signOpinion(history: CaseHistory, by: By, opinion: string): void {
  history.take('signOpinion', by, { opinion }, (act) => {
    const { application } = history
    const assessment = history.assessment(by.on)
    history.postings.push(
      Object.assign(new Posting(), {
        id: history.office.archive.id(act.at),
        applicationId: application.id,
        divisionCode: application.divisionCode,
        round: history.postings.length + 1,
        applicantName: application.applicantName ?? '',
        memberCount: application.recommended && assessment ? assessment.coveredMembers : (application.memberCount ?? 0),
        recommend: application.recommended ?? false,
        amountFen: application.amountFen ?? 0,
        place: `${communityName(application.divisionCode, by.on)}公示栏`,
        startsOn: by.on,
        endsOn: calendar.due(by.on, period(applicationTerms.posting.parameter, by.on)),
      }),
    )
  })
}

export function closePosting({ postings }: CaseHistory, on: string, closedBy: NonNullable<Posting['closedBy']>): void {
  for (const posting of postings) if (posting.closedOn === null) Object.assign(posting, { closedOn: on, closedBy })
}

export function submitUpwards(history: CaseHistory, by: By): void {
  history.take(history.application.delegated ? 'submitToLeader' : 'submitToBureau', by, { remark: '公示期满，无异议' }, () => closePosting(history, by.on, 'OVER'))
}

/** The day after a posting's last. */
export const dayAfterPosting = ({ postings }: CaseHistory): string => addDays(postings.at(-1)?.endsOn ?? '', 1)
