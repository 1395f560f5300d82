export { default as ParametersPage } from './ParametersPage.vue'
export { default as SourceMark } from './SourceMark.vue'
export type { ParameterReading } from './parameter-desk'
export { differenceWords, valueWords } from './parameter-words'
