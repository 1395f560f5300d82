import { light, mayCall, type Actor, type IdDocumentType } from '@xishan/domain'
import { BusinessClock, CIPHERS, Reads, type Ciphers, type Ask, DivisionNames, ParameterBooks } from '@xishan/service-kit'
import {
  EDITABLE_STATES, applicationTerms, homeVisitRequired, offeredActions, permissions, type ApplicationDetail, type Entry, type Hardship,
} from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { accountOf, membersOf } from '../households/household-parts'
import { objectionFor } from '../objections/objection-for'
import { papersAtHand } from '../papers/paper-makers'
import { memberFor, seesCircumstances } from '../people/circumstances'
import { LISTED_CASE, applicationRow, type ListedCase } from './application-list'
import { partsOf, pausesOf } from './application-parts'
import { readCaseFile } from './case-file'
import type { RunningTerm } from './terms'

/** The whole row of a case, without what is sealed. */
interface StoredCase extends ListedCase {
  householdId: string | null
  entry: Entry
  singleMemberId: string | null
  documentType: IdDocumentType | null
  phoneMasked: string | null
  hukouDivisionCode: string | null
  address: string | null
  hardship: Hardship | null
  staffRelative: boolean | null
  agentApplies: boolean | null
  agentName: string | null
  agentRelation: string | null
  agentPhoneMasked: string | null
  homeVisitedOn: string | null
  delegated: boolean
  relatedAccountIds: string[]
  terms: RunningTerm[]
}

const STORED_CASE = `${LISTED_CASE}, a.household_id as "householdId", a.entry, a.single_member_id as "singleMemberId", a.document_type as "documentType",
  a.phone_masked as "phoneMasked", a.hukou_division_code as "hukouDivisionCode", a.address, a.hardship, a.staff_relative as "staffRelative",
  a.agent_applies as "agentApplies", a.agent_name as "agentName", a.agent_relation as "agentRelation", a.agent_phone_masked as "agentPhoneMasked",
  a.home_visited_on::text as "homeVisitedOn", a.delegated, a.related_account_ids as "relatedAccountIds", a.terms`

/** A case on one page, as far as the reader's role may see it. */
@Injectable()
export class FindApplication {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** @throws DomainProblem `not-found`, also for a case outside the reader's area */
  async detail(actor: Actor, id: string): Promise<ApplicationDetail> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const today = await this.clock.today()
    const stored = await this.reads.one<StoredCase>(actor, `select ${STORED_CASE} from application a where a.id = $1`, [id])
    const book = await this.books.on(today, ask)
    const [names, parts, file, members, account] = await Promise.all([
      this.divisions.on(today),
      partsOf(ask, id),
      readCaseFile(ask, stored, book),
      membersOf(ask, stored.householdId),
      accountOf(ask, stored.householdId),
    ])
    const { assessment: decided = null, ...decision } = parts.decision ?? { assessment: null }
    const isOpenTo = seesCircumstances(actor)
    return {
      ...applicationRow(stored, names, today),
      ...windowOf(stored),
      hukouName: stored.hukouDivisionCode ? names.whole(stored.hukouDivisionCode) : '',
      account: isOpenTo ? account : null,
      memberList: members.map((member) => memberFor(actor, member)),
      finances: isOpenTo ? file.finances : null,
      meansCheck: isOpenTo ? parts.meansCheck : null,
      surveys: isOpenTo ? parts.surveys : [],
      postings: parts.postings,
      objections: parts.objections.map((objection) => objectionFor(actor, objection, this.ciphers)),
      deliveries: parts.deliveries,
      decision: parts.decision && 'outcome' in decision ? decision : null,
      assessment: isOpenTo ? (parts.decision ? decided : file.assessment) : null,
      steps: parts.steps,
      terms: stored.terms.map((term) => termView(term, today)),
      suspensions: pausesOf(stored.terms),
      homeVisitRequired: homeVisitRequired(stored),
      homeVisitedOn: stored.homeVisitedOn,
      delegated: stored.delegated,
      editable: EDITABLE_STATES.includes(stored.state) && mayCall(permissions, 'editHousehold', actor.roles) && !stored.relatedAccountIds.includes(actor.id),
      attachments: parts.attachments,
      papers: mayCall(permissions, 'printPapers', actor.roles) ? papersAtHand(actor, { state: stored.state, meansCheck: parts.meansCheck }) : [],
      actions: offeredActions(file.facts, actor),
    }
  }
}

function windowOf(stored: StoredCase) {
  const { householdId, entry, singleMemberId, documentType, hardship, staffRelative } = stored
  return {
    householdId,
    entry,
    singleMemberId,
    documentType,
    hardship,
    staffRelative,
    phoneMasked: stored.phoneMasked ?? '',
    hukouDivisionCode: stored.hukouDivisionCode ?? '',
    address: stored.address ?? '',
    agent: stored.agentApplies ? { name: stored.agentName ?? '', relation: stored.agentRelation ?? '', phoneMasked: stored.agentPhoneMasked ?? '' } : null,
  }
}

/** A term with its light: of today, or of the day it ended. */
function termView({ name, deadline, endedOn }: RunningTerm, today: string): ApplicationDetail['terms'][number] {
  const { title, source } = applicationTerms[name]
  return { name, title, source, deadline, light: light(deadline, endedOn ?? today), endedOn }
}
