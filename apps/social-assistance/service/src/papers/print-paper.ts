import { DomainProblem, label, labelOf, mayCall, type Actor } from '@xishan/domain'
import { BusinessClock, CIPHERS, FileAnswer, UnitOfWork, logReveal, renderPdf, renderWord, type Ciphers, type Paper, type Work, shanghaiTime } from '@xishan/service-kit'
import { PAPER_KIND, applicationLifecycle, isDecided, permissions, type ApplicationDetail, type PaperKind } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireUnrelated } from '../applications/application-desk'
import { Application } from '../applications/application.entity'
import { FindApplication } from '../applications/find-application'
import { HouseholdMember } from '../households/household-member.entity'
import type { Correction, PaperCase } from './paper-case'
import { PAPER_MAKERS, WITH_NUMBERS, papersAtHand } from './paper-makers'

type Format = 'pdf' | 'docx'
const MEDIA: Record<Format, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
const BUREAU = '昆明市西山区民政局'

/** Numbers in full, by member; the applicant's own under no name. */
interface Numbers {
  applicant: string
  phone: string
  ofMember: ReadonlyMap<string, string>
}

/** Prints a paper of a case. Each print is audited, and so is each number that stands on it in full. */
@Injectable()
export class PrintPaper {
  constructor(
    @Inject(FindApplication) private readonly find: FindApplication,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** @throws DomainProblem `paper-not-yet`, `staff-relative`, `not-found` */
  async execute(actor: Actor, id: string, kind: PaperKind, format: Format): Promise<FileAnswer> {
    const page = await this.find.detail(actor, id)
    const title = label(PAPER_KIND, kind)
    if (!papersAtHand(actor, page).includes(kind)) throw new DomainProblem('paper-not-yet', { state: labelOf(applicationLifecycle, page.state), paper: title })
    const paper = PAPER_MAKERS[kind](await this.caseOf(actor, page, kind))
    const content = await (format === 'pdf' ? renderPdf(paper) : renderWord(paper))
    return new FileAnswer(content, `${title}-${page.applicantName}-${page.number}.${format}`, MEDIA[format], format === 'pdf')
  }

  private caseOf(actor: Actor, page: ApplicationDetail, kind: PaperKind): Promise<PaperCase> {
    return this.unitOfWork.perform(actor, async (work) => {
      const application = await work.findOne(Application, { id: page.id })
      if (!application) throw new DomainProblem('not-found')
      requireUnrelated(actor, application)
      await work.note({ type: 'application', id: page.id, divisionCode: page.divisionCode }, 'printPaper', { paper: label(PAPER_KIND, kind) })
      const numbers = WITH_NUMBERS.includes(kind) && mayCall(permissions, 'reveal', actor.roles) ? await this.reveal(work, application, kind) : null
      return {
        page,
        members: page.memberList.map((member) => ({ ...member, documentNumber: numbers?.ofMember.get(member.id) ?? member.documentMasked })),
        documentNumber: numbers?.applicant ?? page.documentMasked,
        phone: numbers?.phone ?? page.phoneMasked,
        correction: await correctionOf(work, page.id),
        street: streetOffice(page.streetName),
        bureau: BUREAU,
        today: work.businessDate,
        mark: this.mark(actor, work.businessDate),
      }
    })
  }

  private async reveal(work: Work, application: Application, kind: PaperKind): Promise<Numbers> {
    const members = application.householdId ? await work.find(HouseholdMember, { householdId: application.householdId }) : []
    const log = (field: string) =>
      logReveal(work, {
        subjectType: 'application',
        subjectId: application.id,
        divisionCode: application.divisionCode,
        field,
        reason: `出具《${label(PAPER_KIND, kind)}》`,
        ...(isDecided(application.state) ? {} : { caseNumber: application.number }),
      })
    for (const field of ['DOCUMENT_NUMBER', 'PHONE', ...members.map((member) => `DOCUMENT_NUMBER ${member.id}`)]) await log(field)
    const open = (sealed: string | null) => (sealed ? this.ciphers.decrypt(sealed) : '')
    return {
      applicant: open(application.documentNumberSealed),
      phone: open(application.phoneSealed),
      ofMember: new Map(members.map((member) => [member.id, open(member.documentNumberSealed)])),
    }
  }

  private mark(actor: Actor, businessDate: string): Pick<Paper, 'footer' | 'watermark'> {
    const footer = `打印人：${actor.name}　打印时间：${businessDate} ${shanghaiTime(new Date()).slice(-5)}`
    return this.clock.isDemonstration ? { footer: `${footer}　演示数据`, watermark: '演示数据' } : { footer }
  }
}

const streetOffice = (name: string): string => `昆明市西山区${name}${name.endsWith('街道') ? '办事处' : ''}`

async function correctionOf(work: Work, id: string): Promise<Correction | null> {
  const [step] = await work.query<Correction>(
    `select input->'missing' as missing, input->>'reason' as reason, input->>'answerBy' as "answerBy", business_date::text as "on"
     from case_step where case_id = $1 and action = 'requestCorrection' order by seq desc limit 1`,
    [id],
  )
  return step ?? null
}
