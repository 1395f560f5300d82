import { AtVersion, Uuid, codeSet, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import type { DispositionKind, Remains } from '../dispositions/kinds'
import { PLOT_PARAMETER } from './parameters'

export const PLOT_KIND = codeSet('墓位种类', '本平台约定', [
  ['ECO_SINGLE', '节地型单穴'],
  ['ECO_DOUBLE', '节地型双穴'],
  ['ASH', '骨灰墓位'],
  ['BODY_SINGLE', '遗体单穴'],
  ['BODY_DOUBLE', '遗体合葬墓'],
  ['NICHE', '骨灰格位'],
])
export type PlotKind = CodeOf<typeof PLOT_KIND>

/** The parameter that limits a plot's area; a niche has none. */
export const AREA_LIMIT: Readonly<Record<PlotKind, string | null>> = {
  ECO_SINGLE: PLOT_PARAMETER.ecoSingle,
  ECO_DOUBLE: PLOT_PARAMETER.ecoDouble,
  ASH: PLOT_PARAMETER.ash,
  BODY_SINGLE: PLOT_PARAMETER.bodySingle,
  BODY_DOUBLE: PLOT_PARAMETER.bodyDouble,
  NICHE: null,
}

/** How whoever lies in a plot was laid to rest. A plot is no temporary keeping. */
export const RESTING_OF: Readonly<Record<PlotKind, { kind: DispositionKind; remains: Remains }>> = {
  ECO_SINGLE: { kind: 'SMALL_PLOT', remains: 'ASHES' },
  ECO_DOUBLE: { kind: 'SMALL_PLOT', remains: 'ASHES' },
  ASH: { kind: 'PLOT', remains: 'ASHES' },
  BODY_SINGLE: { kind: 'PLOT', remains: 'BODY' },
  BODY_DOUBLE: { kind: 'PLOT', remains: 'BODY' },
  NICHE: { kind: 'STORAGE', remains: 'ASHES' },
}

export const PLOT_STATE = codeSet('墓位状态', '本平台约定', [
  ['FREE', '空闲'],
  ['RESERVED', '预留'],
  ['SOLD', '已售'],
  ['OCCUPIED', '已安葬'],
  ['EXPIRED', '已到期'],
  ['RECLAIMED', '已收回'],
])
export type PlotState = CodeOf<typeof PLOT_STATE>

/** One character a state, so that colour is not all that tells them apart. */
export const PLOT_LETTER: Readonly<Record<PlotState, string>> = { FREE: '空', RESERVED: '留', SOLD: '售', OCCUPIED: '葬', EXPIRED: '期', RECLAIMED: '收' }

/** Most plots of one zone: a map stays one that a person can look at. */
export const ZONE_PLOTS = 3000

export const AddZone = AtVersion.extend({
  name: requiredText('墓区名称', 40),
  plotKind: PLOT_KIND.schema,
  rows: z.int('排数应为整数').min(1, '排数至少为 1').max(200, '排数不能超过 200'),
  columns: z.int('每排墓位数应为整数').min(1, '每排至少 1 个墓位').max(200, '每排不能超过 200 个墓位'),
  area: z.number('请填写单个墓位面积').gt(0, '面积应大于 0').max(20, '面积超过 20 平方米，请核对'),
}).refine(({ rows, columns }) => rows * columns <= ZONE_PLOTS, { path: ['columns'], message: `一个墓区最多 ${ZONE_PLOTS} 个墓位，请分区设置` })
export type AddZone = z.infer<typeof AddZone>

export const PlotMap = z.object({
  id: Uuid,
  name: z.string(),
  facilityId: Uuid,
  facilityName: z.string(),
  plotKind: PLOT_KIND.schema,
  area: z.number(),
  rows: z.int(),
  columns: z.int(),
  /** Row by row. */
  plots: z.array(z.object({ id: Uuid, row: z.int(), column: z.int(), state: PLOT_STATE.schema, contractId: Uuid.nullable(), note: z.string() })),
})
export type PlotMap = z.infer<typeof PlotMap>
export type MappedPlot = PlotMap['plots'][number]

/** What becomes of a plot that nobody has bought. */
export const ReservePlot = z.object({ reason: reasonText('预留理由') })
export const ReleasePlot = z.object({ reason: reasonText('恢复可售的理由') })
