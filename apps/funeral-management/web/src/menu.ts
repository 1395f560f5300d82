import { Setting, Tickets } from '@element-plus/icons-vue'
import type { contract } from '@xishan/funeral-management-contract'
import type { MenuItem, MenuSection } from '@xishan/web-kit'

type Item = MenuItem<keyof typeof contract.permissions>

const funerals: readonly Item[] = [
  { title: '我的待办', to: '/funeral-management/tasks', may: 'viewTasks', icon: Tickets },
  { title: '标准与参数', to: '/funeral-management/parameters', may: 'viewParameters', icon: Setting },
]

const registrations: readonly Item[] = []

/** Marriage under a funeral heading is inauspicious: two headings, each with its own items (specification E4). */
export const menu: readonly MenuSection<keyof typeof contract.permissions>[] = [
  { title: '殡葬管理', items: funerals },
  { title: '婚姻收养', items: registrations },
]
