import { firstDayOf, label, lastDayOf, monthOf, ratePercent, type Actor, type IndicatorAnswer, type IndicatorRecord, type IndicatorRecordsQuery, type Page } from '@xishan/domain'
import { FILE_RESULT, REGISTRATION, type FileResult, type Registration } from '@xishan/funeral-management-contract'
import { Conditions, Reads, cursorParts } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import type { LineIndicator } from '../indicators/line-indicator'

const NUMBER = 17
const CORRECT = 'CORRECT'
const OTHER = 'OTHER'
const COMPONENTS: Record<string, string> = { [CORRECT]: '抽查合格的档案', [OTHER]: '抽查有瑕疵或不合格的档案' }

/** Months of the year of `asOf` that were over by then, in samples that were concluded by then. */
function counted(asOf: string): Conditions {
  return new Conditions().and(`s.state = 'CONCLUDED' and s.concluded_on <= ? and s.month >= ? and s.month < ?`, asOf, `${asOf.slice(0, 4)}-01`, asOf === lastDayOf(monthOf(asOf)) ? `${monthOf(asOf)}~` : monthOf(asOf))
}

/** Indicator 17, 婚姻、收养登记合格率: correct files ÷ files drawn, over the concluded samples of the year. Null while there is none. */
@Injectable()
export class QualifiedRegistrations implements LineIndicator {
  readonly number = NUMBER

  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async answer(actor: Actor, asOf: string): Promise<IndicatorAnswer> {
    const conditions = counted(asOf)
    const [sums] = await this.reads.query<{ correct: number; drawn: number; months: number; last: string | null; marriages: number; adoptions: number }>(
      actor,
      `select count(*) filter (where f.result = 'CORRECT')::int as correct, count(f.position)::int as drawn, count(distinct s.month)::int as months, max(s.month) as last,
              count(f.position) filter (where s.registration = 'MARRIAGE')::int as marriages, count(f.position) filter (where s.registration = 'ADOPTION')::int as adoptions
       from quality_sample s join sampled_file f on f.sample_id = s.id where ${conditions}`,
      conditions.parameters,
    )
    const { correct = 0, drawn = 0, last = null, marriages = 0, adoptions = 0 } = sums ?? {}
    return {
      number: NUMBER,
      asOf,
      cutOff: last ? lastDayOf(last) : firstDayOf(`${asOf.slice(0, 4)}-01`),
      value: ratePercent(correct, drawn),
      components: [
        { key: CORRECT, label: '抽查合格的档案', value: correct, unit: '份' },
        { key: OTHER, label: '抽查有瑕疵或不合格的档案', value: drawn - correct, unit: '份' },
        { label: '其中婚姻登记档案', value: marriages, unit: '份' },
        { label: '其中收养登记档案', value: adoptions, unit: '份' },
      ],
      complete: true,
      note: '合格份数 ÷ 抽查份数 × 100%，按本年已出结论的月度随机抽查计算；瑕疵事后改正的，在当次抽查中仍不计合格',
      sourceLine: 'funeral-management',
    }
  }

  async records(actor: Actor, query: IndicatorRecordsQuery & { asOf: string }): Promise<Page<IndicatorRecord>> {
    const conditions = counted(query.asOf)
    conditions.andIf(query.component, (component) => conditions.and(component === CORRECT ? `f.result = 'CORRECT'` : `f.result <> 'CORRECT'`))
    const [month, number, position] = cursorParts(query.after, 3) ?? []
    if (month !== undefined) conditions.and('(s.month, s.number, f.position) < (?, ?, ?::int)', month, number, position)
    const page = await this.reads.page<{ id: string; number: string; position: number; officeName: string; registration: Registration; month: string; result: FileResult; fileNumber: string }>(
      actor,
      query,
      `select s.id, s.number, f.position, o.name as "officeName", s.registration, s.month, f.result, f.file_number as "fileNumber", s.month || '|' || s.number || '|' || f.position as cursor
       from quality_sample s join registration_office o on o.id = s.office_id join sampled_file f on f.sample_id = s.id
       where ${conditions} order by s.month desc, s.number desc, f.position desc limit $${conditions.parameters.length + 1}`,
      conditions.parameters,
    )
    return {
      ...page,
      rows: page.rows.map(({ id, number: of, position: at, officeName, registration, month: drawnFor, result, fileNumber }) => ({
        id: `${id}-${at}`,
        number: fileNumber,
        title: `${officeName} ${label(REGISTRATION, registration)}`,
        detail: `${drawnFor} 抽查（${of}），${label(FILE_RESULT, result)}`,
        component: COMPONENTS[result === CORRECT ? CORRECT : OTHER] ?? '',
        asOf: query.asOf,
        path: `/funeral-management/quality-samples/${id}`,
      })),
    }
  }
}
