import { AnyDivisionCode, IsoDate, PageQuery, ScopeFilter, SearchText, Uuid, codeSet, pageOf, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { PLOT_KIND, PLOT_STATE } from './plot'

export const FACILITY_KIND = codeSet('设施种类', '《殡葬管理条例》（2012 年修订）第八条', [
  ['HALL', '殡仪馆'],
  ['COLUMBARIUM', '骨灰堂'],
  ['CEMETERY', '经营性公墓'],
  ['RURAL', '农村公益性公墓'],
])
export type FacilityKind = CodeOf<typeof FACILITY_KIND>

/** By whom the facility was approved (225 §8: commercial cemeteries by the province, rural ones by the county). */
const Approval = z.object({ authority: requiredText('批准机关', 60), document: requiredText('批准文号', 80), approvedOn: IsoDate })

export const FacilityInput = z.object({
  name: requiredText('设施名称', 60),
  kind: FACILITY_KIND.schema,
  divisionCode: AnyDivisionCode.refine((code) => code.startsWith('530112'), '请从列表中选择所在街道或社区'),
  address: requiredText('地址', 120),
  operator: requiredText('运营单位', 60),
  telephone: requiredText('联系电话', 30),
  approval: Approval,
})
export type FacilityInput = z.infer<typeof FacilityInput>
export const ChangeFacility = FacilityInput.omit({ kind: true, divisionCode: true }).extend({ version: z.int() })
export type ChangeFacility = z.infer<typeof ChangeFacility>

/** How many plots of each state. */
export const PlotCounts = z.partialRecord(PLOT_STATE.schema, z.int())
export type PlotCounts = z.infer<typeof PlotCounts>

export const FacilityRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  name: z.string(),
  kind: FACILITY_KIND.schema,
  divisionCode: z.string(),
  placeName: z.string(),
  operator: z.string(),
  plots: z.int(),
  free: z.int(),
})
export type FacilityRow = z.infer<typeof FacilityRow>
export const FacilityQuery = PageQuery.extend({ q: SearchText, kind: FACILITY_KIND.schema.optional(), division: ScopeFilter })
export type FacilityQuery = z.infer<typeof FacilityQuery>
export const FacilityPage = pageOf(FacilityRow)

export const FacilityDetail = FacilityRow.extend({
  address: z.string(),
  telephone: z.string(),
  approval: Approval,
  zones: z.array(z.object({ id: Uuid, name: z.string(), plotKind: PLOT_KIND.schema, rows: z.int(), columns: z.int(), area: z.number(), counts: PlotCounts })),
})
export type FacilityDetail = z.infer<typeof FacilityDetail>
