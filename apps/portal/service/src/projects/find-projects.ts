import { projectNotes, projectTotals, type PlannedMoney, type Projects } from '@xishan/portal-contract'
import { Reads } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { PORTAL } from '../collection/collect-indicators'

type ProjectRow = PlannedMoney & { id: string; position: number; category: string; funding: string; wording: string }

const SOURCE = '“十四五”时期西山区民政事业发展重点建设项目汇总表，并与第四章正文核对'

/** The key projects with the plan's figures and what does not agree in them: the district's, whoever reads. */
@Injectable()
export class FindProjects {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async all(): Promise<Projects> {
    const rows = await this.reads.query<ProjectRow>(
      PORTAL,
      `select id, position, category, name_in_table as "nameInTable", name_in_text as "nameInText", count_per_year as "countPerYear", unit_budget as "unitBudget",
              yearly_budget as "yearlyBudget", five_year_budget as "fiveYearBudget", funding, discrepancy,
              count_per_year_in_text as "countPerYearInText", wording
       from project order by position`,
    )
    const projects = rows.map(({ discrepancy, ...row }) => ({ ...row, notes: projectNotes({ ...row, discrepancy }) }))
    return { unitOfMoney: '万元', source: SOURCE, projects, totals: projectTotals(rows) }
  }
}
