import { ETHNICITY, ID_DOCUMENT_TYPE, availableActions, label, labelOf, mayCall, type Actor, type Page, type ParameterBook } from '@xishan/domain'
import {
  CAUSE_CLASS, CERTIFICATE_KIND, DEATH_PARAMETER, DEATH_PLACE, contract, deathChangeLifecycle, deathLifecycle,
  type DeathChangeKind, type DeathChangeView, type DeathDetail, type DeathQuery, type DeathRow,
} from '@xishan/funeral-management-contract'
import { ATTACHMENT_VIEW, BusinessClock, DivisionNames, ParameterBooks, Reads, type Ask } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { changeWords } from './change-death'
import type { CorrectedFacts } from './death-change.entity'
import { LISTED, deathPage, deathRow, type ListedDeath } from './death-list'
import type { Death } from './death.entity'

type StoredDeath = ListedDeath & Pick<Death, 'version' | 'revision' | 'documentType' | 'ethnicity' | 'place' | 'cause' | 'certificateKind' | 'certificateNumber' | 'certificateIssuer' | 'informantName' | 'informantRelation' | 'informantPhoneMasked' | 'remark' | 'registeredBy'>
type StoredChange = Omit<DeathChangeView, 'content' | 'stateLabel' | 'actions'> & { facts: CorrectedFacts; proposerId: string; hasProof: boolean }
type StoredStep = Omit<DeathDetail['steps'][number], 'actionLabel'> & { actorId: string }

/** Deaths in lists and one by one, with everything that was told of them. */
@Injectable()
export class FindDeaths {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: DeathQuery): Promise<Page<DeathRow>> {
    const names = await this.divisions.on(await this.clock.today())
    const { sql, parameters } = deathPage(query)
    const page = await this.reads.page<ListedDeath>(actor, query, sql, parameters)
    return { ...page, rows: page.rows.map((row) => deathRow(row, names)) }
  }

  async detail(actor: Actor, id: string): Promise<DeathDetail> {
    const today = await this.clock.today()
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [stored, reports, changes, cremations, dispositions, attachments, steps, book, names] = await Promise.all([
      this.reads.one<StoredDeath>(actor, STORED, [id]),
      ask<DeathDetail['reports'][number]>(`select source, died_on::text as "diedOn", reference, reported_by as "reportedBy", reported_on::text as "reportedOn" from death_report where death_id = $1 order by reported_on, id`, [id]),
      ask<StoredChange>(CHANGES, [id]),
      ask<NonNullable<DeathDetail['cremation']>>(`select id, number, to_json(cremated_at) #>> '{}' as "crematedAt", hall from cremation where death_id = $1`, [id]),
      ask<DeathDetail['dispositions'][number]>(`select id, kind, disposed_on::text as "disposedOn", place, state = 'STANDING' as "isStanding" from disposition where death_id = $1 and state <> 'REVOKED' order by disposed_on desc, number desc`, [id]),
      ask<DeathDetail['attachments'][number]>(`select ${ATTACHMENT_VIEW} from attachment where subject_id = $1 order by uploaded_at, id`, [id]),
      ask<StoredStep>(STEPS, [id]),
      this.books.on(today, ask),
      this.divisions.on(today),
    ])
    const { divisionCode: _place, hukouDivisionCode, place, cause, certificateKind, documentType, ethnicity, ...own } = stored
    const may = (permission: string) => mayCall(contract.permissions, permission, actor.roles)
    return {
      ...own,
      ...deathRow(stored, names),
      hukou: names.whole(hukouDivisionCode),
      documentType: documentType && label(ID_DOCUMENT_TYPE, documentType),
      ethnicity: ethnicity && label(ETHNICITY, ethnicity),
      mayBeBuried: ethnicity !== null && ethnicitiesThatMayBeBuried(book).includes(label(ETHNICITY, ethnicity)),
      place: place && label(DEATH_PLACE, place),
      cause: cause && label(CAUSE_CLASS, cause),
      certificateKind: certificateKind && label(CERTIFICATE_KIND, certificateKind),
      reports,
      changes: changes.map((change) => changeView(change, stored, actor)),
      cremation: cremations[0] ?? null,
      dispositions,
      attachments,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: availableActions(deathLifecycle, { state: stored.state, steps }, actor).filter((action) => OFFERED.includes(action) && may(`death.${action}`)),
      mayPropose: may('deathChange.propose') && !changes.some(({ state }) => state === 'PROPOSED') ? (['CORRECTION', 'REVOCATION'] as const).filter((kind) => isChangeable(kind, stored.state)) : [],
      mayCremate: may('recordCremation') && cremations.length === 0 && stored.state !== 'REVOKED' && stored.state !== 'DISMISSED',
      mayDispose: may('recordDisposition') && RESTABLE.includes(stored.state) && !dispositions.some(({ kind, isStanding }) => isStanding && kind !== 'TEMPORARY'),
    }
  }
}

/** Names of the ethnic groups whose custom is burial in the ground (225 §6). */
export const ethnicitiesThatMayBeBuried = (book: ParameterBook): string[] => book.text(DEATH_PARAMETER.burialEthnicities).split(/[、,，]/).filter(Boolean)

const RESTABLE: readonly string[] = ['REGISTERED', 'DISPUTED', 'UNIDENTIFIED']
const OFFERED: readonly string[] = ['confirm', 'dismiss', 'identify', 'settle']
const STEP_LABELS: Record<string, string> = { tellAgain: '其他来源再次报告' }
const labelOfStep = (action: string): string => Object.entries(deathLifecycle.actions).find(([name]) => name === action)?.[1].label ?? STEP_LABELS[action] ?? action
const isChangeable = (kind: DeathChangeKind, state: string): boolean => deathLifecycle.actions[kind === 'REVOCATION' ? 'revoke' : 'correct'].from.some((from) => from === state)

function changeView({ facts, proposerId, hasProof, ...change }: StoredChange, death: StoredDeath, actor: Actor): DeathChangeView {
  const steps = [{ action: 'propose', actorId: proposerId }]
  const actions = availableActions(deathChangeLifecycle, { state: change.state, steps }, actor).filter((action) => action !== 'propose')
  const blockedBy = change.kind === 'REVOCATION' && !hasProof ? '缺少“更正、撤销依据”，请经办人先上传' : null
  return {
    ...change,
    stateLabel: labelOf(deathChangeLifecycle, change.state),
    content: change.kind === 'REVOCATION' ? '撤销死亡登记' : changeWords(death, facts),
    actions: actions.map((action) => ({ action, blockedBy: action === 'approve' ? blockedBy : null })),
  }
}

const STORED = `select ${LISTED}, d.version, d.revision, d.document_type as "documentType", d.ethnicity, d.place, d.cause, d.certificate_kind as "certificateKind",
    d.certificate_number as "certificateNumber", d.certificate_issuer as "certificateIssuer", d.informant_name as "informantName", d.informant_relation as "informantRelation",
    d.informant_phone_masked as "informantPhoneMasked", d.remark, d.registered_by as "registeredBy"
  from death d where d.id = $1`

const CHANGES = `select c.id, c.version, c.number, c.kind, c.state, c.content as facts, c.reason, c.proposed_by as "proposedBy", c.proposed_on::text as "proposedOn", c.decided_by as "decidedBy", c.opinion,
    (select s.actor_id from case_step s where s.case_id = c.id and s.action = 'propose') as "proposerId",
    exists (select from attachment a where a.subject_id = c.death_id and a.kind = 'CHANGE_PROOF' and a.uploaded_at >= c.proposed_at) as "hasProof"
  from death_change c where c.death_id = $1 order by c.number desc`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
