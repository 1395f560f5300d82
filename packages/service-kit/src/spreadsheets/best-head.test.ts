import { describe, expect, it } from 'vitest'
import { bestHead } from './best-head'

const WANTED = [
  { key: 'name', title: '姓名', aliases: ['户主姓名'] },
  { key: 'number', title: '身份证号', aliases: [] },
  { key: 'month', title: '月份', aliases: [] },
].map((column) => ({ ...column, required: false, hint: '', examples: ['', ''] as [string, string] }))
const candidate = (row: number, ...heads: string[]) => ({ row, heads })

describe('the head of a sheet', () => {
  const TABLE: [what: string, candidates: ReturnType<typeof candidate>[], row: number | undefined][] = [
    ['stands below its title', [candidate(1, '在保名册'), candidate(3, '序号', '姓名', '身份证号')], 3],
    ['is the row that names most', [candidate(1, '姓名', '身份证号'), candidate(2, '姓名', '身份证号', '月份')], 2],
    ['is the first of two that name as many', [candidate(1, '姓名', '月份'), candidate(2, '姓名', '身份证号')], 1],
    ['is not a row that names a single column', [candidate(1, '姓名', '备注')], undefined],
    ['is not there in an empty sheet', [], undefined],
  ]
  it.each(TABLE)('%s', (_, candidates, row) => expect(bestHead(candidates, WANTED)?.row).toBe(row))
})
