import type { Actor, Saved } from '@xishan/domain'
import type { Rule } from '@xishan/portal-contract'
import { newId, UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { OpenPoint } from './open-point.entity'
import { Ruling } from './ruling.entity'

/** The director says how a point the plan leaves open is to be read. Earlier rulings stay as history. */
@Injectable()
export class RuleOnOpenPoint {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, rule: Rule): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const point = await work.get(OpenPoint, id, rule.version)
      const option = rule.option === undefined ? null : point.option(rule.option)
      const earlier = await work.find(Ruling, { openPointId: point.id })
      const saved = await work.save(point, 'rule', { changes: { ruling: rule.text, option: option?.label ?? null } })
      const ruling: Ruling = {
        id: newId(),
        openPointId: point.id,
        divisionCode: point.divisionCode,
        seq: earlier.length + 1,
        text: rule.text,
        optionKey: option?.key ?? null,
        ruledOn: work.businessDate,
        ruledById: actor.id,
        ruledBy: actor.name,
        ruledAt: work.now,
      }
      await work.insert(Ruling, [ruling])
      return saved
    })
  }
}
