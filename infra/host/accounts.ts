import { ROLES } from '@xishan/domain'
import { demonstrationAccounts } from '@xishan/seeds'

const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/

const width = (text: string): number => [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(1, to - width(text)))

/** The demonstration accounts as a table for the terminal. */
export function accountTable(): string {
  const rows = demonstrationAccounts.map(({ username, password, role, office, name }) => [username, password, ROLES[role], office, name])
  const table = [['用户名', '密码', '岗位', '单位', '姓名'], ...rows]
  const columns = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => width(row[column] ?? ''))) + 2)
  return table.map((row) => `  ${row.map((cell, column) => pad(cell, columns[column] ?? 0)).join('').trimEnd()}`).join('\n')
}
