import { DomainProblem, addMonths, ageOn, readIdentityDocument, startDeadline, type Actor, type IdentityDocument, type Saved } from '@xishan/domain'
import { ADOPTION_PARAMETER, REGISTERED_AT, adoptionLifecycle, type OpenAdoption as Asked, type Party } from '@xishan/funeral-management-contract'
import { CIPHERS, DISTRICT, ParameterBooks, UnitOfWork, calendar, documentLookup, nameReader, newId, requirePlausibleDocument, sealDocument, type Ciphers, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { AdoptionAssessment, AdoptionParty, REASON_OF_PART } from './adoption-assessment.entity'
import { assessmentPeriod, bookOf, requireDay } from './file-desk'

const ADULT = 18

/** An application for assessment is taken: whoever takes it and the head who will decide are the first to see the file. */
@Injectable()
export class OpenAdoption {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, input: Asked): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.require(work, input)
      const book = await bookOf(this.books, work)
      const { kind, consentedOn, placeCode, giver, decider } = input
      const file = Object.assign(new AdoptionAssessment(), { id: newId(), number: await work.nextNumber('RGA'), divisionCode: actor.scope, kind, consentedOn, placeCode, giverKind: giver?.kind ?? null })
      file.runs(startDeadline(calendar, consentedOn, assessmentPeriod(book), book.number(ADOPTION_PARAMETER.warnAt)))
      await nameReader(work, file, { id: actor.id, name: actor.name, part: 'HANDLER', reason: REASON_OF_PART.HANDLER, untilOn: null })
      await nameReader(work, file, { ...decider, part: 'HEAD', reason: REASON_OF_PART.HEAD, untilOn: null })
      work.begin(file, adoptionLifecycle, 'open')
      const saved = await work.save(file, 'open', { changes: { decider: decider.name } })
      await work.insert(AdoptionParty, this.parties(file, input))
      return saved
    })
  }

  private async require(work: Work, { kind, consentedOn, placeCode, adopters, child, giver, decider }: Asked): Promise<void> {
    if (kind === 'STEP_CHILD') throw new DomainProblem('adoption-no-assessment', {}, [{ field: 'kind', message: '收养继子女不需要评估' }])
    if (!placeCode.startsWith(DISTRICT)) throw new DomainProblem('adoption-not-your-area', { at: REGISTERED_AT[kind] }, [{ field: 'placeCode', message: '不在西山区' }])
    if (decider.id === work.actor.id) throw new DomainProblem('adoption-decider', {}, [{ field: 'decider', message: '请指定经办人以外的人审批' }])
    requireDay(consentedOn, addMonths(work.businessDate, -12), work.businessDate, 'consentedOn')
    adopters.forEach(({ document }, at) => requirePlausibleDocument(document, work.businessDate, `adopters.${at}.document.number`))
    if (giver?.document) requirePlausibleDocument(giver.document, work.businessDate, 'giver.document.number')
    requireDay(child.birthDate, addMonths(work.businessDate, -1200), work.businessDate, 'child.birthDate')
    if (child.document) {
      requirePlausibleDocument(child.document, work.businessDate, 'child.document.number')
      const reading = readIdentityDocument(child.document.type, child.document.number)
      if (reading.ok && reading.birthDate !== undefined && reading.birthDate !== child.birthDate)
        throw new DomainProblem('invalid-input', {}, [{ field: 'child.birthDate', message: '与证件号码上的出生日期不一致，请核对' }])
      // Row security narrows this to files that the handler sees: whether there are others is told to nobody.
      const [known] = await work.query(`select 1 from adoption_party p join adoption_assessment a on a.id = p.file_id where p.party = 'CHILD' and p.document_lookup = $1 and a.state not in ('CLOSED', 'UNSUITABLE', 'WITHDRAWN')`, [
        documentLookup(this.ciphers, child.document),
      ])
      if (known) throw new DomainProblem('adoption-known', {}, [{ field: 'child.document.number', message: '该儿童的收养评估正在办理' }])
    }
    const age = ageOn(child.birthDate, work.businessDate)
    if (age >= ADULT) throw new DomainProblem('adoption-child-age', { age: String(age) }, [{ field: 'child.birthDate', message: '被收养人应未满 18 周岁' }])
  }

  private parties(file: AdoptionAssessment, { adopters, child, giver }: Asked): AdoptionParty[] {
    const row = (party: Party, position: number, { name, document, ...facts }: { name: string; document: IdentityDocument | null; sex?: string; birthDate?: string }) => {
      const { personKey: _key, ...sealed } = document ? sealDocument(this.ciphers, document) : { personKey: null }
      return Object.assign(new AdoptionParty(), { id: newId(), fileId: file.id, divisionCode: file.divisionCode, party, position, name, ...facts }, sealed)
    }
    return [...adopters.map((adopter, at) => row('ADOPTER', at + 1, adopter)), row('CHILD', 1, child), ...(giver ? [row('GIVER', 1, { name: giver.name, document: giver.document })] : [])]
  }
}
