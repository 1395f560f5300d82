export { default as JobProgress } from './JobProgress.vue'
export { jobsOf, type Jobs } from './jobs-of'
