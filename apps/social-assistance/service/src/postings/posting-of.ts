import { newId } from '@xishan/service-kit'
import { applicationTerms } from '@xishan/social-assistance-contract'
import { periodOf, type TermRules } from '../applications/terms'
import { Posting } from './posting.entity'

/** What hangs: whose application, how many people, how much a month, and for or against. */
export type PostedOpinion = Pick<Posting, 'applicationId' | 'divisionCode' | 'round' | 'applicantName' | 'memberCount' | 'recommend' | 'amountFen' | 'place'>

/** A posting from a day on, for the full period of that day's parameter (57号 §19). */
export const postingOf = (opinion: PostedOpinion, startsOn: string, { calendar, book }: TermRules): Posting =>
  Object.assign(new Posting(), opinion, { id: newId(), startsOn, endsOn: calendar.due(startsOn, periodOf(book, applicationTerms.posting.parameter)) })
