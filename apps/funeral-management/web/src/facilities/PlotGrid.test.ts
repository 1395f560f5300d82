import type { PlotMap, PlotState } from '@xishan/funeral-management-contract'
import { PLOT_STATE } from '@xishan/funeral-management-contract'
import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import PlotGrid from './PlotGrid.vue'

const plots = (rows: number, columns: number, stateAt: (at: number) => PlotState = () => 'FREE'): PlotMap => ({
  id: 'z', name: '松柏园', facilityId: 'f', facilityName: '西山公墓', plotKind: 'ASH', area: 1, rows, columns,
  plots: Array.from({ length: rows * columns }, (_, at) => ({ id: `p${at}`, row: Math.floor(at / columns) + 1, column: (at % columns) + 1, state: stateAt(at), contractId: null, note: '' })),
})
const open = (map: PlotMap) => mount(PlotGrid, { props: { map, chosen: undefined, shown: PLOT_STATE.codes }, attachTo: document.body })

describe('the map of plots', () => {
  test('is walked by arrows, one stop for the keyboard, and chosen by a click', async () => {
    const page = open(plots(3, 4, (at) => (at === 5 ? 'OCCUPIED' : 'FREE')))
    expect(page.findAll('[tabindex="0"]')).toHaveLength(1)
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'End', 'ArrowDown']) await page.find('[role="grid"]').trigger('keydown', { key })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('2 排 4 号，空闲')
    await page.find('[data-at="5"]').trigger('click')
    expect(page.emitted('choose')).toMatchObject([[{ id: 'p5', state: 'OCCUPIED' }]])
    expect(page.find('[data-at="5"]').text()).toBe('葬')
    page.unmount()
  })

  test('moves over 2,000 plots without drawing them anew', async () => {
    const page = open(plots(40, 50))
    const cells = page.findAll('[role="gridcell"]').map(({ element }) => element)
    expect(cells).toHaveLength(2000)
    const began = performance.now()
    for (let step = 0; step < 20; step++) await page.find('[role="grid"]').trigger('keydown', { key: 'ArrowDown' })
    expect(performance.now() - began).toBeLessThan(5000)
    expect(document.activeElement).toBe(cells[1000])
    page.unmount()
  })
})
