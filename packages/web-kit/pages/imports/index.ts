export { default as ImportUpload } from './ImportUpload.vue'
export { default as RowProblems } from './RowProblems.vue'
export { fileProblem, type FileLimits } from './file-problem'
export type { RowProblem } from './row-problem'
