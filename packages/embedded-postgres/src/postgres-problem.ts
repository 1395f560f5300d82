export type PostgresProblemCode =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'disk-full'
  | 'data-directory-taken'
  | 'data-directory-foreign'
  | 'data-directory-version'
  | 'data-directory-not-writable'
  | 'did-not-start'

/** Why the database cannot run: one sentence for the person at the terminal, in Chinese and in English. */
export class PostgresProblem extends Error {
  constructor(
    readonly code: PostgresProblemCode,
    chinese: string,
    english: string,
  ) {
    super(`${chinese} (${english})`)
    this.name = 'PostgresProblem'
  }
}

export const diskFull = (place: string): PostgresProblem =>
  new PostgresProblem('disk-full', `磁盘空间不足，数据库无法写入 ${place}，请清理磁盘后重试。`, `no space left on the disk of ${place}`)
