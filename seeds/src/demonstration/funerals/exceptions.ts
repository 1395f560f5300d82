import { addDays, type Saved } from '@xishan/domain'
import { ChangeDeath, DeathPapers, RegisterDeath, ReportDeath, SettleDeath } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import type { Past } from '../money/past'
import { phoneNumber, type People } from '../people'
import { sheetPicture } from '../picture'
import type { Draw } from '../random'
import { streetOf } from '../staff'
import { deceased } from './people-who-died'

const PICTURE = sheetPicture({ framed: false, ends: 41 })
const paper = (name: string) => ({ name: `${name}.png`, declaredType: 'image/png', bytes: PICTURE })

interface Registered {
  id: string
  version: number
  divisionCode: string
  certificateNumber: string
  certificateIssuer: string
}

/** What does not go the straight way: nobody knows who it was, two sources disagree, a registration was a mistake or is corrected. */
export class Exceptions {
  constructor(
    private readonly past: Past,
    private readonly people: People,
    private readonly draw: Draw,
  ) {}

  /** Somebody found dead without papers, released by the police. */
  async unknown(on: string, name: string, place: 'OTHER' | 'MEDICAL'): Promise<void> {
    const { past } = this
    await past.on(on, () =>
      past.its(RegisterDeath).execute(past.bureau('BU_CLERK', on), {
        deceased: { name, document: null, sex: '1', birthDate: null, ethnicity: null, hukouDivisionCode: '530112' }, diedOn: addDays(on, -3), place, cause: 'UNKNOWN',
        certificate: { kind: 'POLICE_RELEASE', number: `演示公放${on.replaceAll('-', '')}`, issuer: '昆明市公安局西山分局' }, informant: { name: '西山区救助管理站', relation: '送交单位', phone: null },
      }),
    )
  }

  /** What a community tells before the papers are there, and what the street makes of it. */
  async report(on: string, community: string, outcome?: 'confirm' | 'dismiss'): Promise<void> {
    const { past } = this
    const { person, relative, certificate } = deceased(this.people, this.draw.of(`report ${on}`), { diedOn: addDays(on, -2), street: streetOf(community) })
    const saved = await past.on(on, () =>
      past.its(ReportDeath).execute(past.staff.one('COMMUNITY', community, on), {
        deceased: { name: person.name, document: person.document, sex: person.sex, birthDate: person.birthDate, ethnicity: person.ethnicity, hukouDivisionCode: community }, diedOn: addDays(on, -2), place: 'HOME',
        informant: { ...relative, phone: phoneNumber(this.draw.of(on)) }, remark: '家属口头告知，死亡证明办理中',
      }),
    )
    if (!outcome) return
    const next = calendar.addWorkingDays(on, 1)
    const clerk = past.staff.one('ST_CLERK', streetOf(community), next)
    await past.on(next, () =>
      outcome === 'dismiss'
        ? past.its(ReportDeath).dismiss(clerk, saved.id, { version: saved.version, reason: '经入户核实，本人住院治疗，健在' })
        : past.its(ReportDeath).confirm(clerk, saved.id, { version: saved.version, diedOn: addDays(on, -2), place: 'HOME', cause: 'NORMAL', certificate }),
    )
  }

  private async registered(where: string, parameters: unknown[] = []): Promise<Registered> {
    const [found] = await this.past.ask<Registered>(
      `select id, version, division_code as "divisionCode", certificate_number as "certificateNumber", certificate_issuer as "certificateIssuer" from death d where state = 'REGISTERED' and ${where} order by number limit 1`,
      parameters,
    )
    if (!found) throw new RangeError(`no death ${where}`)
    return found
  }

  /** A registration that was a mistake: the hospital had sent another person's certificate. */
  async revoke(deathId: string, on: string, goal: 'PROPOSED' | 'APPROVED'): Promise<void> {
    const { past } = this
    const death = await this.registered('d.id = $1', [deathId])
    const clerk = past.staff.one('ST_CLERK', streetOf(death.divisionCode), on)
    const nothing = { name: null, diedOn: null, place: null, cause: null, certificate: null }
    const proposed: Saved = await past.on(on, () => past.its(ChangeDeath).propose(clerk, deathId, { version: death.version, kind: 'REVOCATION', ...nothing, reason: '医院误将同名患者的死亡证明报送，本人健在，已由公安机关核实' }))
    await past.on(on, () => past.its(DeathPapers).add(clerk, deathId, 'CHANGE_PROOF', paper('公安机关情况说明')))
    if (goal === 'PROPOSED') return
    const next = calendar.addWorkingDays(on, 2)
    await past.on(next, () => past.its(ChangeDeath).approve(past.bureau('BU_HEAD', next), proposed.id, { version: proposed.version, opinion: '情况属实，同意撤销' }))
  }

  /** A certificate whose number was mistyped. */
  async correct(on: string, goal: 'PROPOSED' | 'APPROVED'): Promise<void> {
    const { past } = this
    const death = await this.registered(`known_on = (select max(known_on) from death where known_on < $1::date - 20 and source = 'REGISTRATION') and source = 'REGISTRATION'`, [on])
    const clerk = past.staff.one('ST_CLERK', streetOf(death.divisionCode), on)
    const certificate = { kind: 'MEDICAL' as const, number: `${death.certificateNumber.slice(0, -1)}${(Number(death.certificateNumber.slice(-1)) + 1) % 10}`, issuer: death.certificateIssuer }
    const saved: Saved = await past.on(on, () =>
      past.its(ChangeDeath).propose(clerk, death.id, { version: death.version, kind: 'CORRECTION', name: null, diedOn: null, place: null, cause: null, certificate, reason: '死亡证明编号录入有误，按原件更正' }),
    )
    if (goal === 'PROPOSED') return
    const next = calendar.addWorkingDays(on, 1)
    await past.on(next, () => past.its(ChangeDeath).approve(past.bureau('BU_HEAD', next), saved.id, { version: saved.version, opinion: '与原件一致，同意更正' }))
  }

  /** The head decides between the days that two sources gave; some wait for it. */
  async settle(on: string, leave: number): Promise<void> {
    const { past } = this
    const disputed = await past.ask<{ id: string; version: number; diedOn: string }>(`select id, version, died_on::text as "diedOn" from death where state = 'DISPUTED' order by number`)
    for (const { id, version, diedOn } of disputed.slice(0, Math.max(0, disputed.length - leave)))
      await past.on(on, () => past.its(SettleDeath).settle(past.bureau('BU_HEAD', on), id, { version, diedOn, reason: '经与医院病历核对，以死亡证明记载的日期为准' }))
  }
}
