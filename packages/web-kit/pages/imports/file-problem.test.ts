import { expect, test } from 'vitest'
import { fileProblem } from './file-problem'

const LIMITS = { endings: ['.xlsx', '.csv'], limitMb: 20 }
const MEGA = 1024 * 1024

test.each([
  ['花名册.xlsx', 4 * MEGA, undefined],
  ['花名册.CSV', 20 * MEGA, undefined],
  ['花名册.pdf', 100, '“花名册.pdf”不是 .xlsx、.csv 文件，请另存为这种格式后再选。'],
  ['空.csv', 0, '“空.csv”是空文件，请核对后重新选择。'],
  ['全区.xlsx', 20 * MEGA + MEGA / 2, '“全区.xlsx”为 20.5 MB，超过 20 MB，请拆分成几份后分别导入。'],
])('%s of %i bytes', (name, size, problem) => expect(fileProblem({ name, size }, LIMITS)).toBe(problem))
