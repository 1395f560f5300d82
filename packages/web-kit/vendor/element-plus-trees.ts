export { ElTree, ElTreeSelect } from 'element-plus'
