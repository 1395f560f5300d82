import { serviceActor, UnitOfWork } from '@xishan/service-kit'
import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { loadPlan, service, type PlanData } from '../index'
import { Behaviour, fixtureLine, type Manner } from './fixture-line'

/** Three points and two projects are enough to tell the rules apart; the whole plan is tested where its data is kept. */
export const SOME_OF_THE_PLAN: PlanData = {
  projects: [
    {
      position: 1,
      category: '基本社会服务类项目',
      nameInTable: '街道综合养老服务项目建设',
      nameInText: '街道综合养老服务中心建设项目',
      countPerYear: 10,
      countPerYearInText: 2,
      unitBudget: 100,
      yearlyBudget: 200,
      fiveYearBudget: 1000,
      funding: '',
      discrepancy: '',
      wording: '每年实施2个项目',
    },
    {
      position: 2,
      category: '民政工作专业化建设类项目',
      nameInTable: '西山区养老服务人才培训学院建设项目',
      nameInText: '西山区养老服务人才培训学院项目',
      countPerYear: 1,
      countPerYearInText: null,
      unitBudget: 500,
      yearlyBudget: null,
      fiveYearBudget: 500,
      funding: '一次性投入',
      discrepancy: '',
      wording: '一次性投入500万元',
    },
  ],
  points: [
    {
      position: 1,
      title: '指标 11 养老设施覆盖率的目标值',
      wording: '指标表写 80%，正文写 100%。',
      place: '二（三）；三（三）5',
      assumption: '按指标表 80% 考核。',
      indicators: [11],
      projects: [],
      options: [
        { key: 'table', label: '目标 80%', effect: { indicator: 11, target: 80 } },
        { key: 'text', label: '目标 100%', effect: { indicator: 11, target: 100 } },
      ],
    },
    {
      position: 2,
      title: '“新增”是每年还是五年累计',
      wording: '未写明期间。',
      place: '二（三）',
      assumption: '按累计。',
      indicators: [14, 15],
      projects: [],
      options: [
        { key: 'cumulative', label: '五年累计', effect: null },
        { key: 'yearly', label: '每年新增', effect: null },
      ],
    },
  ],
}

export interface Portal extends TestService {
  line: TestService
  /** How the line behaves from now on; the portal forgets when it last asked. */
  lineIs(manner: Manner, value?: number | null): Promise<void>
  behaviour: Behaviour
}

/** The portal beside one line that is up (social-assistance) and one that is not (elderly-care). */
export async function startPortal(): Promise<Portal> {
  const line = await fixtureLine()
  const portal = await startTestService(service, {
    settings: { peers: `social-assistance=${line.url},elderly-care=http://127.0.0.1:9/api/elderly-care`, identityUrl: line.url },
  })
  await portal.app.get(UnitOfWork).perform(serviceActor('portal'), (work) => loadPlan(work, SOME_OF_THE_PLAN))
  const behaviour = line.app.get(Behaviour)
  return {
    ...portal,
    line,
    behaviour,
    lineIs: async (manner, value = 99.96) => {
      Object.assign(behaviour, { manner, value })
      await portal.sql(`update line_contact set attempted_at = attempted_at - interval '1 hour' where line = 'social-assistance'`)
    },
    close: async () => {
      await portal.close()
      await line.close()
    },
  }
}

/** The smallest file that is a PDF to a sniffer. */
export const aReport = (name = '2025年三季度统计台账.pdf') => ({ name, type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n') })
