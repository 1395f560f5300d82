import { Bell, Coin, DataLine, EditPen, Files, House, Money, Present, RefreshLeft, Search, Setting, Switch, Tickets, TrendCharts, Upload, Wallet } from '@element-plus/icons-vue'
import type { contract } from '@xishan/social-assistance-contract'
import type { MenuSection } from '@xishan/web-kit'

export const menu: readonly MenuSection<keyof typeof contract.permissions>[] = [
  {
    title: '社会救助',
    items: [
      { title: '我的待办', to: '/social-assistance/tasks', may: 'viewTasks', icon: Tickets },
      { title: '办件', to: '/social-assistance/applications', may: 'viewApplications', icon: Files },
      { title: '信息核对', to: '/social-assistance/means-checks', may: 'viewMeansChecks', icon: Search },
      { title: '家庭', to: '/social-assistance/households', may: 'viewHouseholds', icon: House },
      { title: '标准与参数', to: '/social-assistance/parameters', may: 'viewParameters', icon: Setting },
    ],
  },
  {
    title: '在保管理',
    items: [
      { title: '在保待遇', to: '/social-assistance/benefits', may: 'viewBenefits', icon: Wallet },
      { title: '在保变更', to: '/social-assistance/benefit-changes', may: 'viewBenefitChanges', icon: EditPen },
      { title: '死亡信息', to: '/social-assistance/deaths', may: 'viewDeaths', icon: Bell },
      { title: '名册导入', to: '/social-assistance/roster-imports', may: 'viewRosterImports', icon: Upload },
    ],
  },
  {
    title: '资金发放',
    items: [
      { title: '发放批次', to: '/social-assistance/batches', may: 'viewBatches', icon: Money },
      { title: '回盘与重发', to: '/social-assistance/returns/failed', may: 'viewFailedLines', icon: Switch },
      { title: '追回', to: '/social-assistance/recoveries', may: 'viewRecoveries', icon: RefreshLeft },
      { title: '应补发款', to: '/social-assistance/payables', may: 'viewPayables', icon: Coin },
      { title: '一次性发放', to: '/social-assistance/one-off-grants', may: 'viewOneOffGrants', icon: Present },
      { title: '标准调整执行', to: '/social-assistance/standard-changes', may: 'viewStandardChanges', icon: TrendCharts },
      { title: '资金统计', to: '/social-assistance/money', may: 'viewBatches', icon: DataLine },
    ],
  },
]
