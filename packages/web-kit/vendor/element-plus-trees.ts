import 'element-plus/es/components/tree/style/css'
import 'element-plus/es/components/tree-select/style/css'

export { ElTree, ElTreeSelect } from 'element-plus'
