import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { Reads, UnitOfWork, newId, type Work } from '@xishan/service-kit'
import type { PaymentTemplateInput, PaymentTemplateView } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { PaymentTemplate } from './payment-template.entity'

/** A template that files may be made with. @throws DomainProblem `not-found`, `payment-template-retired` */
export async function usableTemplate(work: Work, id: string): Promise<PaymentTemplate> {
  const template = await work.findOne(PaymentTemplate, { id })
  if (!template) throw new DomainProblem('not-found')
  if (template.retiredOn !== null) throw new DomainProblem('payment-template-retired', { name: template.name })
  return template
}

/** The recipients' layouts. A file keeps the version it was made with, so a change concerns only files to come. */
@Injectable()
export class PaymentTemplates {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  all(actor: Actor): Promise<PaymentTemplateView[]> {
    return this.reads.query(
      actor,
      `select t.id, t.version, t.name, t.recipient, t.format, t.encoding, t.titles, t.columns, t.return_format as "returnFormat", t.return_columns as "returnColumns", t.codes, t.assumed,
              t.retired_on::text as "retiredOn", (select count(*)::int from payment_file f where f.template_id = t.id) as files
       from payment_template t order by t.retired_on is not null, t.name collate "zh-Hans-x-icu"`,
    )
  }

  add(actor: Actor, input: PaymentTemplateInput): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      await requireFreeName(work, input.name)
      const template = Object.assign(new PaymentTemplate(), { id: newId(), divisionCode: actor.scope }).set(input)
      return work.save(template, 'addPaymentTemplate')
    })
  }

  change(actor: Actor, id: string, { version, ...input }: PaymentTemplateInput & { version: number }): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const template = await work.get(PaymentTemplate, id, version)
      if (template.retiredOn !== null) throw new DomainProblem('payment-template-retired', { name: template.name })
      await requireFreeName(work, input.name, id)
      return work.save(template.set(input), 'changePaymentTemplate')
    })
  }

  retire(actor: Actor, id: string, version: number): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const template = await work.get(PaymentTemplate, id, version)
      if (template.retiredOn !== null) throw new DomainProblem('payment-template-retired', { name: template.name })
      template.retiredOn = work.businessDate
      return work.save(template, 'retirePaymentTemplate')
    })
  }
}

async function requireFreeName(work: Work, name: string, except?: string): Promise<void> {
  // One at a time: two people may choose the same name at the same moment.
  await work.query(`select pg_advisory_xact_lock(hashtext('payment_template name'))`)
  const [taken] = await work.query(`select from payment_template where name = $1 and retired_on is null and id is distinct from $2`, [name, except ?? null])
  if (taken) throw new DomainProblem('payment-template-taken', { name })
}
