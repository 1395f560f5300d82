import { addDays, spokenName, type Actor, type Saved } from '@xishan/domain'
import { GravePhotos, NotifyGrave, RemedyGrave, ReportGrave, VerifyGrave } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { divisionsOn } from '../../divisions'
import { TODAY } from '../funerals/size'
import { phoneNumber, type People } from '../people'
import type { Draw } from '../random'
import type { Diary, Planned } from './diary'
import { CLOSED, KINDS, OPEN, PLACES, REMEDIES, RESULTS, SPREAD, STREETS, UNFOUNDED, WORDS, type GraveScene } from './grave-scenes'
import { graveFound, gravePutRight } from './hillside'

/** Days from the finding to each step. */
const DAYS = { verify: 4, issue: 6, serve: 7, remedy: 27, enforce: 40, close: 6 }

/** What patrols and complaints found in a year, and what became of it. The figures of the plan stay beside it. */
export function planGraves(diary: Diary, people: People, draw: Draw): void {
  const closed = Array.from({ length: CLOSED }, (_, nth): GraveScene => ({ goal: 'CLOSED', ago: 4 + nth * 8, remedy: draw.of(`remedy ${nth}`).weighted(REMEDIES) }))
  const scenes: GraveScene[] = [...OPEN, ...UNFOUNDED.map((ago): GraveScene => ({ goal: 'UNFOUNDED', ago })), ...closed]
  for (const [nth, scene] of scenes.entries()) new Grave(diary, people, draw.of(nth), scene).plan()
}

class Grave {
  private saved: Saved = { id: '', version: 0 }
  private readonly street
  private readonly community
  private readonly kind
  private readonly holder
  private readonly found: string
  private readonly steps: Planned[] = []

  constructor(
    private readonly diary: Diary,
    people: People,
    private readonly draw: Draw,
    private readonly scene: GraveScene,
  ) {
    this.street = draw.weighted(STREETS.map((street) => [street, street.share] as const))
    this.community = draw.pick(divisionsOn(TODAY).childrenOf(this.street.code))
    this.kind = scene.remedy === 'migrate' ? ('FORBIDDEN_ZONE' as const) : draw.weighted(KINDS)
    this.holder = draw.chance(0.8) ? people.make({ sex: '1', age: draw.int(40, 74), on: TODAY, ethnicity: '01' }).name : ''
    this.found = addDays(TODAY, -scene.ago - this.untilGoal())
  }

  private untilGoal(): number {
    const { goal, remedy, returned } = this.scene
    const remedied = remedy === 'enforce' ? DAYS.enforce : DAYS.remedy
    if (goal === 'FOUND') return 0
    if (goal === 'VERIFIED' || goal === 'UNFOUNDED') return DAYS.verify
    if (goal === 'NOTICE') return returned ? remedied + 3 : DAYS.serve
    return goal === 'CLOSED' ? remedied + DAYS.close : remedied
  }

  plan(): void {
    this.walk()
    this.diary.planInTurn(this.steps)
  }

  private walk(): void {
    const { goal, notice, remedy, returned } = this.scene
    const at = (days: number) => calendar.onOrAfter(addDays(this.found, days))
    this.then(at(0), (on) => this.report(on))
    if (goal === 'FOUND') return
    if (goal === 'UNFOUNDED') return this.then(at(DAYS.verify), (on) => this.past.its(VerifyGrave).dismiss(this.reviewer(on), this.saved.id, { version: this.saved.version, reason: '现场核实为 1980 年代老坟，未翻建，不属于违法墓' }))
    this.look(at(DAYS.verify), 'VISIT', (on) => this.past.its(VerifyGrave).verify(this.clerk(on), this.saved.id, { version: this.saved.version, visitedOn: on, findings: `现场核实属实：${WORDS[this.kind].seen}` }))
    if (goal === 'VERIFIED') return
    this.then(at(DAYS.issue), (on) => this.past.its(NotifyGrave).issue(this.clerk(on), this.saved.id, { version: this.saved.version, requirement: WORDS[this.kind].required }))
    if (notice === 'UNSERVED') return
    this.then(at(DAYS.serve), (on) => this.past.its(NotifyGrave).serve(this.clerk(on), this.saved.id, { version: this.saved.version, servedOn: on, way: 'IN_PERSON', receivedBy: this.holder || '村小组组长（代收）' }))
    if (notice === 'EXTENDED') this.then(at(DAYS.serve + 26), (on) => this.extend(on))
    if (!remedy) return
    const done = remedy === 'enforce' ? DAYS.enforce : DAYS.remedy
    this.look(at(done), 'AFTER', (on) => this.past.its(RemedyGrave).remedy(this.clerk(on), this.saved.id, remedy, { version: this.saved.version, doneOn: on, result: RESULTS[remedy] }))
    if (returned) this.then(at(done + 3), (on) => this.past.its(RemedyGrave).return(this.reviewer(on), this.saved.id, { version: this.saved.version, reason: '现场复核，遮挡不完整，北侧仍外露，请补植' }))
    if (goal === 'CLOSED') this.then(at(done + DAYS.close), (on) => this.past.its(RemedyGrave).close(this.reviewer(on), this.saved.id, { version: this.saved.version, opinion: '现场复核，整改到位，同意办结' }))
  }

  private get past() {
    return this.diary.past
  }

  private clerk(on: string): Actor {
    return this.past.staff.one('ST_CLERK', this.street.code, on)
  }

  private reviewer(on: string): Actor {
    return this.past.staff.one('ST_REVIEWER', this.street.code, on)
  }

  private then(on: string, act: (on: string) => Promise<Saved>): void {
    this.steps.push({ on, act: async () => (this.saved = await act(on)) })
  }

  /** With a photo of the visit. */
  private look(on: string, kind: 'VISIT' | 'AFTER', act: (on: string) => Promise<Saved>): void {
    this.steps.push({ on, act: () => this.past.its(GravePhotos).add(this.clerk(on), this.saved.id, kind, kind === 'VISIT' ? graveFound('核实照片') : gravePutRight('整改后照片')) })
    this.then(on, act)
  }

  private report(on: string): Promise<Saved> {
    const { draw, street, community, kind, holder } = this
    const isComplaint = draw.chance(0.28)
    const near = (degrees: number) => degrees + (draw.part() - 0.5) * SPREAD * 2
    return this.past.its(ReportGrave).execute(
      isComplaint ? this.clerk(on) : this.past.staff.one('COMMUNITY', community.code, on),
      {
        kind, source: isComplaint ? 'COMPLAINT' : 'PATROL', foundOn: on, divisionCode: community.code, place: `${spokenName(community.name)}${draw.pick(PLACES)}`, longitude: round(near(street.longitude)), latitude: round(near(street.latitude)),
        description: WORDS[kind].seen, holderName: holder, ...(holder ? { holderPhone: phoneNumber(draw) } : {}),
      },
      graveFound('现场照片'),
    )
  }

  private async extend(on: string): Promise<Saved> {
    const [notice] = await this.past.ask<{ by: string }>(`select rectify_by::text as by from illegal_grave where id = $1`, [this.saved.id])
    return this.past.its(NotifyGrave).extend(this.reviewer(on), this.saved.id, { version: this.saved.version, until: addDays(notice?.by ?? on, 20), reason: '雨季道路泥泞，机械无法进场，当事人书面申请延期' })
  }
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
