import { mayCall, type Actor } from '@xishan/domain'
import { PERMISSIONS, type OpenPoint, type RulingOption } from '@xishan/portal-contract'
import { Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'

interface PointRow {
  id: string
  version: number
  position: number
  title: string
  wording: string
  place: string
  assumption: string
  indicators: number[]
  projects: number[]
  options: RulingOption[]
}

interface RulingRow {
  id: string
  openPointId: string
  text: string
  optionKey: string | null
  ruledOn: string
  ruledBy: string
  ruledAt: Date
}

/** The points the plan leaves open with all rulings, the newest first. */
@Injectable()
export class FindOpenPoints {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async all(actor: Pick<Actor, 'scope' | 'roles'>): Promise<OpenPoint[]> {
    const [points, rulings] = await Promise.all([
      this.reads.query<PointRow>(
        actor,
        `select id, version, position, title, wording, place, assumption, indicators, projects, options from open_point order by position`,
      ),
      this.reads.query<RulingRow>(
        actor,
        `select id, open_point_id as "openPointId", text, option_key as "optionKey", ruled_on::text as "ruledOn", ruled_by as "ruledBy", ruled_at as "ruledAt"
         from ruling order by seq desc`,
      ),
    ])
    const mayRule = mayCall(PERMISSIONS, 'ruleOnOpenPoint', actor.roles)
    return points.map((point) => ({
      ...point,
      mayRule,
      rulings: rulings
        .filter((ruling) => ruling.openPointId === point.id)
        .map(({ openPointId, optionKey, ...ruling }, index) => ({
          ...ruling,
          ruledAt: ruling.ruledAt.toISOString(),
          option: point.options.find((option) => option.key === optionKey) ?? null,
          inForce: index === 0,
        })),
    }))
  }
}
