import { DataLine, Files, House, Money, Search, Setting, Tickets, Wallet } from '@element-plus/icons-vue'
import type { contract } from '@xishan/social-assistance-contract'
import type { MenuItem } from '@xishan/web-kit'

export const menu: readonly MenuItem<keyof typeof contract.permissions>[] = [
  { title: '我的待办', to: '/social-assistance/tasks', may: 'viewTasks', icon: Tickets },
  { title: '办件', to: '/social-assistance/applications', may: 'viewApplications', icon: Files },
  { title: '信息核对', to: '/social-assistance/means-checks', may: 'viewMeansChecks', icon: Search },
  { title: '家庭', to: '/social-assistance/households', may: 'viewHouseholds', icon: House },
  { title: '在保待遇', to: '/social-assistance/benefits', may: 'viewBenefits', icon: Wallet },
  { title: '发放批次', to: '/social-assistance/batches', may: 'viewBatches', icon: Money },
  { title: '资金统计', to: '/social-assistance/money', may: 'viewBatches', icon: DataLine },
  { title: '标准与参数', to: '/social-assistance/parameters', may: 'viewParameters', icon: Setting },
]
