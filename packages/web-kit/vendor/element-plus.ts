/**
 * The part of Element Plus that the platform uses. What the first screen does not need and weighs much comes when it is first
 * shown. Not carried: ElPagination (lists page by key), ElUpload (AttachmentUpload), ElAutocomplete (a remote ElSelect), ElImage.
 */
import { defineAsyncComponent } from 'vue'
import './element-plus-styles'

export {
  ElAlert, ElAside, ElBadge, ElBreadcrumb, ElBreadcrumbItem, ElButton, ElButtonGroup, ElCard, ElCheckbox, ElCheckboxGroup, ElCol, ElCollapse, ElCollapseItem,
  ElConfigProvider, ElContainer, ElDescriptions, ElDescriptionsItem, ElDialog, ElDivider, ElDrawer, ElDropdown, ElDropdownItem, ElDropdownMenu, ElEmpty,
  ElForm, ElFormItem, ElHeader, ElIcon, ElInput, ElInputNumber, ElLink, ElMain, ElMenu, ElMenuItem, ElMessage, ElMessageBox, ElOption, ElOptionGroup,
  ElPopover, ElProgress, ElRadio, ElRadioButton, ElRadioGroup, ElResult, ElRow, ElScrollbar, ElSelect, ElSkeleton, ElSkeletonItem, ElSpace, ElStep,
  ElSteps, ElSubMenu, ElSwitch, ElTabPane, ElTable, ElTableColumn, ElTabs, ElTag, ElText, ElTimeline, ElTimelineItem, ElTooltip,
} from 'element-plus'

export const ElDatePicker = defineAsyncComponent(async () => (await import('./element-plus-dates')).ElDatePicker)
export const ElTree = defineAsyncComponent(async () => (await import('./element-plus-trees')).ElTree)
export const ElTreeSelect = defineAsyncComponent(async () => (await import('./element-plus-trees')).ElTreeSelect)
