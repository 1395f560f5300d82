import type { PlotKind, PlotState } from '@xishan/funeral-management-contract'
import { Facility, Zone } from '@xishan/funeral-management-service'
import { rowOf } from '../archive'
import type { Draw } from '../random'
import { Deeds, DISTRICT, type FuneralOffice } from './deed'
import { SIZE } from './size'

export interface PlannedPlot {
  id: string
  facility: Facility
  zone: Zone
  row: number
  column: number
  state: PlotState
  note: string
}

/** Where somebody may come to rest. */
export interface Sites {
  readonly facilities: readonly Facility[]
  take(kinds: readonly PlotKind[], draw: Draw, fits: (facility: Facility) => boolean): PlannedPlot | null
}

/** The facilities with their zones; each plot is handed out once, row by row as they are sold. */
export class Grounds implements Sites {
  readonly facilities: Facility[] = []
  private readonly zones: Zone[] = []
  private readonly plots: PlannedPlot[] = []
  private readonly next = new Map<string, PlannedPlot[]>()

  constructor(office: FuneralOffice, draw: Draw, on: string) {
    const deeds = new Deeds(draw)
    for (const { name, kind, division, address, operator, approval: [authority, document, approvedOn], zones } of SIZE.facilities) {
      const clerk = office.staff.one('BU_CLERK', DISTRICT, on)
      const act = deeds.by(clerk, on)
      const facility = Object.assign(new Facility(), { id: office.archive.id(act.at), number: office.archive.number('FMF', on), divisionCode: division, kind })
      facility.describe({ name, address, operator, telephone: `0871-0000${String(1001 + this.facilities.length)}`, approval: { authority, document, approvedOn } })
      office.archive.save(facility, 'facility', 'add', act)
      this.facilities.push(facility)
      for (const [zoneName, plotKind, rows, columns, area] of zones) this.addZone(office, deeds.by(clerk, on), facility, { name: zoneName, plotKind, rows, columns, area })
    }
  }

  private addZone({ archive }: FuneralOffice, act: ReturnType<Deeds['by']>, facility: Facility, input: { name: string; plotKind: PlotKind; rows: number; columns: number; area: number }): void {
    const zone = Object.assign(new Zone(), input, { id: archive.id(act.at), facilityId: facility.id, divisionCode: facility.divisionCode })
    archive.save(zone, 'zone', 'add', act, { plots: input.rows * input.columns })
    archive.save(facility, 'facility', 'addZone', act, { zone: input.name })
    this.zones.push(zone)
    const plots = Array.from({ length: input.rows * input.columns }, (_, at): PlannedPlot => ({
      id: archive.id(act.at), facility, zone, row: Math.floor(at / input.columns) + 1, column: (at % input.columns) + 1, state: 'FREE', note: '',
    }))
    this.plots.push(...plots)
    this.next.set(zone.id, plots)
  }

  /** The next free plot of a kind: where the wished facilities have one. */
  take(kinds: readonly PlotKind[], draw: Draw, fits: (facility: Facility) => boolean): PlannedPlot | null {
    const open = this.zones.filter((zone) => kinds.includes(zone.plotKind) && (this.next.get(zone.id)?.length ?? 0) > 0 && this.facilities.some((facility) => facility.id === zone.facilityId && fits(facility)))
    if (open.length === 0) return null
    const plots = this.next.get(draw.weighted(open.map((zone) => [zone, zone.rows * zone.columns] as const)).id) ?? []
    // Nearly in order, as graves are chosen.
    const [plot] = plots.splice(Math.min(draw.int(0, 5), plots.length - 1), 1)
    return plot ?? null
  }

  /** Some rows are held back, as for a road that is to be widened. */
  reserve(zoneName: string, row: number, reason: string): void {
    for (const zone of this.zones.filter(({ name }) => name === zoneName)) {
      const plots = this.next.get(zone.id) ?? []
      for (const plot of plots.filter((each) => each.row === row)) Object.assign(plot, { state: 'RESERVED', note: reason })
      this.next.set(zone.id, plots.filter((each) => each.row !== row))
    }
  }

  get of(): readonly PlannedPlot[] {
    return this.plots
  }

  /** With the states that the contracts gave the plots. */
  addRows({ archive }: FuneralOffice): void {
    archive.add('facility', ...this.facilities.map(rowOf))
    archive.add('zone', ...this.zones.map(rowOf))
    archive.add('plot', ...this.plots.map(({ id, zone, facility, row, column, state, note }) => ({ id, zone_id: zone.id, facility_id: facility.id, division_code: facility.divisionCode, row, column, state, note })))
  }
}
