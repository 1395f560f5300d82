import { defineAsyncComponent } from 'vue'

export { moneyWords, type BarRow, type BarSeries } from './bars'

/** Comes after the page that holds it has been shown. */
export const BarChart = defineAsyncComponent(() => import('./BarChart.vue'))
