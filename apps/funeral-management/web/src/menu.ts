import { Camera, Coin, Document, Files, Finished, Grid, House, Lock, Money, Odometer, OfficeBuilding, Place, Postcard, Present, Reading, Setting, Tickets, Upload } from '@element-plus/icons-vue'
import type { contract } from '@xishan/funeral-management-contract'
import type { MenuItem, MenuSection } from '@xishan/web-kit'

type Item = MenuItem<keyof typeof contract.permissions>

const funerals: readonly Item[] = [
  { title: '我的待办', to: '/funeral-management/tasks', may: 'viewTasks', icon: Tickets },
  { title: '死亡登记', to: '/funeral-management/deaths', may: 'viewDeaths', icon: Document },
  { title: '火化记录', to: '/funeral-management/cremations', may: 'viewCremations', icon: Odometer },
  { title: '骨灰安放', to: '/funeral-management/dispositions', may: 'viewDispositions', icon: Place },
  { title: '生态安葬奖补', to: '/funeral-management/eco-awards', may: 'viewAwards', icon: Present },
  { title: '殡葬设施', to: '/funeral-management/facilities', may: 'viewFacilities', icon: Grid },
  { title: '墓位合同', to: '/funeral-management/grave-contracts', may: 'viewFacilities', icon: Postcard },
  { title: '服务收费', to: '/funeral-management/services', may: 'viewBills', icon: Coin },
  { title: '惠民结算', to: '/funeral-management/services/settlements', may: 'viewSettlements', icon: Money },
  { title: '违法墓治理', to: '/funeral-management/illegal-graves', may: 'viewGraves', icon: Camera },
  { title: '治丧场所', to: '/funeral-management/mourning-places', may: 'viewMourningPlaces', icon: House },
  { title: '职工培训', to: '/funeral-management/staff-trainings', may: 'viewTrainings', icon: Reading },
  { title: '死亡名单', to: '/funeral-management/death-lists', may: 'viewDeathLists', icon: Upload },
  { title: '标准与参数', to: '/funeral-management/parameters', may: 'viewParameters', icon: Setting },
]

const registrations: readonly Item[] = [
  { title: '收养评估', to: '/funeral-management/adoptions', may: 'viewAdoptions', icon: Lock },
  { title: '登记质量抽查', to: '/funeral-management/quality-samples', may: 'viewRegistrationQuality', icon: Finished },
  { title: '登记员培训', to: '/funeral-management/registrar-trainings', may: 'viewTrainings', icon: Reading },
  { title: '档案数字化', to: '/funeral-management/archives', may: 'viewArchives', icon: Files },
  { title: '登记机关', to: '/funeral-management/registration-offices', may: 'viewRegistrationQuality', icon: OfficeBuilding },
]

/** Marriage under a funeral heading is inauspicious: two headings, each with its own items (specification E4). */
export const menu: readonly MenuSection<keyof typeof contract.permissions>[] = [
  { title: '殡葬管理', items: funerals },
  { title: '婚姻收养', items: registrations },
]
