import { defineParameters } from '@xishan/domain'
import { ADOPTION_PARAMETER } from './adoptions/parameters'
import { ARCHIVE_PARAMETER } from './archives/parameters'
import { SERVICE_PARAMETER } from './bills/parameters'
import { DEATH_PARAMETER } from './deaths/parameters'
import { DISPOSITION_PARAMETER } from './dispositions/parameters'
import { AWARD_PARAMETER } from './eco-awards/parameters'
import { PLOT_PARAMETER } from './facilities/parameters'
import { GRAVE_PARAMETER } from './graves/parameters'
import { QUALITY_PARAMETER } from './registration-quality/parameters'
import { SATISFACTION_PARAMETER } from './satisfaction/parameters'

/**
 * Every key that the line reads, by subject; their values stand in the parameter table (first load: `seeds/parameters/funeral-management.json`),
 * never in code. A subject keeps its own keys in `<subject>/parameters.ts` and adds them here.
 */
export const PARAMETER = {
  adoption: ADOPTION_PARAMETER,
  archive: ARCHIVE_PARAMETER,
  death: DEATH_PARAMETER,
  disposition: DISPOSITION_PARAMETER,
  award: AWARD_PARAMETER,
  plot: PLOT_PARAMETER,
  grave: GRAVE_PARAMETER,
  quality: QUALITY_PARAMETER,
  service: SERVICE_PARAMETER,
  satisfaction: SATISFACTION_PARAMETER,
} as const

export const PARAMETER_KEYS: readonly string[] = Object.values(PARAMETER).flatMap((subject) => Object.values<string>(subject))

/** What the page of parameters groups them by: the second part of the key, e.g. `funeral.death.report-within`. */
export const PARAMETER_GROUPS: Readonly<Record<string, string>> = {
  adoption: '收养评估',
  archive: '档案数字化',
  death: '死亡和火化登记',
  disposition: '骨灰和遗体安放',
  award: '节地生态安葬奖补',
  plot: '墓位和年检',
  grave: '违法墓治理',
  sample: '登记质量抽查',
  service: '惠民殡葬和服务收费',
}

export const parameters = defineParameters({ series: 'FMP', groups: PARAMETER_GROUPS })
