import { readMark } from './demonstration-mark'
import { Refusal } from './refusal'

/** @throws Refusal unless nothing is in the house: what is loaded in bulk does not mix with anything */
export async function requireEmpty(url: string, lines: readonly string[], keys: string): Promise<void> {
  const state = await readMark(url, lines, keys)
  if (state === 'filled') throw new Refusal('库中已有数据，成批载入只用于空库。请用 DATA_FOLDER 另指定一个数据文件夹，或用 pnpm seed --reset 清空后重新载入。', 'the house holds data; only an empty one is filled')
  if (state === 'unfinished') throw new Refusal('库中留有一次没有完成的载入，不能接着使用。请用 pnpm seed --reset 清空后重新载入。', 'an earlier load was broken off; begin anew with --reset')
}
