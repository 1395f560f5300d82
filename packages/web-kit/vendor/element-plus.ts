/**
 * The part of Element Plus that the platform uses. What the first screen does not need comes when it is first shown: tables, the
 * heavier fields, dates, trees. Left out because something lighter does it: ElPagination (lists page by key), ElUpload
 * (AttachmentUpload), ElAutocomplete (a remote ElSelect), ElRow and ElCol (CSS grid), ElCollapse (details), ElSteps and ElTimeline
 * (CaseProgress, CaseTimeline), ElEmpty and ElResult (EmptyState, ErrorState).
 */
import { defineAsyncComponent } from 'vue'
import './element-plus-styles'

export {
  ElAlert, ElButton, ElCard, ElCheckbox, ElCheckboxGroup, ElConfigProvider, ElDialog, ElDivider, ElDrawer, ElDropdown, ElDropdownItem, ElDropdownMenu,
  ElForm, ElFormItem, ElIcon, ElInput, ElLink, ElMenu, ElMenuItem, ElMessage, ElMessageBox, ElPopover, ElProgress, ElSkeleton, ElSkeletonItem,
  ElTag, ElTooltip,
} from 'element-plus'

// Their parents know them by name, so they cannot hide behind a wrapper; they weigh little.
export { ElDescriptionsItem, ElOption, ElOptionGroup, ElTabPane } from 'element-plus'

const tables = () => import('./element-plus-tables')
export const ElDescriptions = defineAsyncComponent(async () => (await tables()).ElDescriptions)
export const ElTable = defineAsyncComponent(async () => (await tables()).ElTable)
export const ElTableColumn = Object.assign(defineAsyncComponent(async () => (await tables()).ElTableColumn), { name: 'ElTableColumn' })
export const ElTabs = defineAsyncComponent(async () => (await tables()).ElTabs)

const fields = () => import('./element-plus-fields')
export const ElInputNumber = defineAsyncComponent(async () => (await fields()).ElInputNumber)
export const ElRadio = defineAsyncComponent(async () => (await fields()).ElRadio)
export const ElRadioButton = defineAsyncComponent(async () => (await fields()).ElRadioButton)
export const ElRadioGroup = defineAsyncComponent(async () => (await fields()).ElRadioGroup)
export const ElSelect = defineAsyncComponent(async () => (await fields()).ElSelect)
export const ElSwitch = defineAsyncComponent(async () => (await fields()).ElSwitch)

export const ElDatePicker = defineAsyncComponent(async () => (await import('./element-plus-dates')).ElDatePicker)

const trees = () => import('./element-plus-trees')
export const ElTree = defineAsyncComponent(async () => (await trees()).ElTree)
export const ElTreeSelect = defineAsyncComponent(async () => (await trees()).ElTreeSelect)
