import { Bell, Coin, DataLine, EditPen, Files, House, Money, Present, RefreshLeft, Search, Setting, Switch, Tickets, TrendCharts, Upload, Wallet } from '@element-plus/icons-vue'
import type { contract } from '@xishan/social-assistance-contract'
import type { MenuItem } from '@xishan/web-kit'

export const menu: readonly MenuItem<keyof typeof contract.permissions>[] = [
  { title: '我的待办', to: '/social-assistance/tasks', may: 'viewTasks', icon: Tickets },
  { title: '办件', to: '/social-assistance/applications', may: 'viewApplications', icon: Files },
  { title: '信息核对', to: '/social-assistance/means-checks', may: 'viewMeansChecks', icon: Search },
  { title: '家庭', to: '/social-assistance/households', may: 'viewHouseholds', icon: House },
  { title: '在保待遇', to: '/social-assistance/benefits', may: 'viewBenefits', icon: Wallet },
  { title: '在保变更', to: '/social-assistance/benefit-changes', may: 'viewBenefitChanges', icon: EditPen },
  { title: '发放批次', to: '/social-assistance/batches', may: 'viewBatches', icon: Money },
  { title: '资金统计', to: '/social-assistance/money', may: 'viewBatches', icon: DataLine },
  { title: '标准调整执行', to: '/social-assistance/standard-changes', may: 'viewStandardChanges', icon: TrendCharts },
  { title: '一次性发放', to: '/social-assistance/one-off-grants', may: 'viewOneOffGrants', icon: Present },
  { title: '应补发款', to: '/social-assistance/payables', may: 'viewPayables', icon: Coin },
  { title: '死亡信息', to: '/social-assistance/deaths', may: 'viewDeaths', icon: Bell },
  { title: '追回', to: '/social-assistance/recoveries', may: 'viewRecoveries', icon: RefreshLeft },
  { title: '回盘与重发', to: '/social-assistance/returns/failed', may: 'viewFailedLines', icon: Switch },
  { title: '名册导入', to: '/social-assistance/roster-imports', may: 'viewRosterImports', icon: Upload },
  { title: '标准与参数', to: '/social-assistance/parameters', may: 'viewParameters', icon: Setting },
]
