import type { EventEnvelope } from '@xishan/domain'
import type { EventHandler, Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { CollectIndicators, PORTAL } from './collect-indicators'

const MARK = `
  insert into line_contact (line, division_code, stale_since) select unnest($1::text[]), $2, $3
  on conflict (line) do update set stale_since = excluded.stale_since`

/** A household came into pay or left it: the numbers of the line that says so are asked for again before the next reader sees them. */
@Injectable()
export class ExpectNewNumbersOfLine implements EventHandler {
  constructor(@Inject(CollectIndicators) private readonly collect: CollectIndicators) {}

  async handle(event: EventEnvelope, work: Work): Promise<void> {
    await work.query(MARK, [this.collect.lines.filter((line) => line === event.source), PORTAL.scope, work.now])
  }
}

/** The business date moved: every number is asked for again. */
@Injectable()
export class ExpectNewNumbersOfAll implements EventHandler {
  constructor(@Inject(CollectIndicators) private readonly collect: CollectIndicators) {}

  async handle(_: EventEnvelope, work: Work): Promise<void> {
    await work.query(MARK, [this.collect.lines, PORTAL.scope, work.now])
  }
}
