import { formatYuan, label, type Actor } from '@xishan/domain'
import { Reads } from '@xishan/service-kit'
import { DEATH_EFFECT, type DeathOutcome } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'

type Stored = Omit<DeathOutcome, 'words'> & { state: string | null }

/** What came of deaths, for the sheet that goes back to whoever sent the list (比对反馈表). */
@Injectable()
export class FindDeathOutcomes {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async execute(actor: Actor, deathIds: readonly string[]): Promise<DeathOutcome[]> {
    const rows = await this.reads.query<Stored>(
      actor,
      `select a.id as "deathId", d.id is not null as known, d.state, coalesce(x.effects, '[]') as effects, coalesce(jsonb_array_length(x.effects), 0) > 0 or coalesce(t.all_tasks, 0) > 0 as payee, coalesce(t.open_tasks, 0)::int as "openTasks"
       from unnest($1::uuid[]) with ordinality a (id, place) left join known_death d on d.id = a.id
         left join lateral (select jsonb_agg(jsonb_build_object('kind', e.kind, 'benefitNumber', b.number, 'fen', greatest(e.held_fen, e.recovery_fen)) order by b.number, e.kind) as effects
           from death_effect e join benefit b on b.id = e.benefit_id where e.death_id = a.id and e.reversed_on is null) x on true
         left join lateral (select count(*) as all_tasks, count(*) filter (where k.state in ('AT_STREET', 'AT_BUREAU')) as open_tasks from death_task k where k.death_id = a.id and k.kind <> 'NO_MATCH') t on true
       order by a.place`,
      [deathIds],
    )
    return rows.map(({ state, ...row }) => ({ ...row, words: wordsOf({ state, ...row }) }))
  }
}

function wordsOf({ known, state, payee, effects, openTasks }: Stored): string {
  if (!known) return '尚未收到'
  if (state === 'REVOKED') return '已撤销'
  if (!payee) return '不是低保在保人员'
  const done = effects.map(({ kind, benefitNumber, fen }) => `${label(DEATH_EFFECT, kind)}（${benefitNumber}${fen > 0 ? `，${formatYuan(fen)} 元` : ''}）`)
  const words = [...done, ...(openTasks > 0 ? [`待办 ${openTasks} 件`] : [])]
  return words.length > 0 ? words.join('；') : '低保在保人员，已处理'
}
