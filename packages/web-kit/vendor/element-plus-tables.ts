export { ElDescriptions, ElDescriptionsItem, ElTabPane, ElTable, ElTableColumn, ElTabs } from 'element-plus'
