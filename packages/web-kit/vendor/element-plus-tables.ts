export { ElDescriptions, ElTable, ElTableColumn, ElTabs } from 'element-plus'
