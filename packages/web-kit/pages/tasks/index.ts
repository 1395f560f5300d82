export { default as NextTask } from './NextTask.vue'
export { default as TaskList } from './TaskList.vue'
