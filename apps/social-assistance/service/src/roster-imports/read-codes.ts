import { RELATION, isCode, type Relation } from '@xishan/domain'
import { readText, type CellReading } from '@xishan/service-kit'
import { CATEGORY, type Category, type Residence } from '@xishan/social-assistance-contract'

const RELATIONS: Readonly<Record<string, Relation>> = Object.fromEntries(
  (
    [
      ['0', '户主 本人 本人或户主 申请人 户主本人'],
      ['1', '配偶 妻 妻子 夫 丈夫 夫妻 爱人'],
      ['2', '子 儿子 长子 次子 三子 四子 独生子 独子 养子 继子 婚生子'],
      ['3', '女 女儿 长女 次女 三女 四女 独生女 独女 养女 继女 婚生女'],
      ['4', '孙子 孙女 外孙子 外孙 外孙女 孙子女 孙子、孙女或外孙子、外孙女'],
      ['5', '父母 父 母 父亲 母亲 岳父 岳母 公公 婆婆 继父 继母 养父 养母'],
      ['6', '祖父 祖母 外祖父 外祖母 爷爷 奶奶 外公 外婆 祖父母 祖父母或外祖父母'],
      ['7', '兄弟姐妹 兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹'],
      ['8', '其他 其它 其他亲属 儿媳 女婿 侄子 侄女 外甥 外甥女 其他关系'],
    ] as const
  ).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
)

const codeReading = <T>(cell: string | null, find: (text: string) => T | undefined, expected: string): CellReading<T | null> => {
  const text = readText(cell)?.replaceAll(' ', '') ?? null
  if (text === null) return { ok: true, value: null }
  const value = find(text)
  return value === undefined ? { ok: false, message: `“${text}”无法识别，请填写${expected}` } : { ok: true, value }
}

export const readRelation = (cell: string | null): CellReading<Relation | null> =>
  codeReading(cell, (text) => (isCode(RELATION, text) ? text : Object.hasOwn(RELATIONS, text) ? RELATIONS[text] : undefined), '户主、配偶、子、女、父母、祖父母、孙子女、兄弟姐妹或其他')

const RESIDENCES: [RegExp, Residence][] = [
  [/^(城镇|城市|城|非农业?|居民|城镇(低保|居民|户口)|城市(低保|居民|户口))$/, 'URBAN'],
  [/^(农村|乡村|农|农业|农村(低保|居民|户口))$/, 'RURAL'],
]
export const readResidence = (cell: string | null): CellReading<Residence | null> => codeReading(cell, (text) => RESIDENCES.find(([form]) => form.test(text))?.[1], '城镇或农村')

/** Which of a bureau's own classes are ours is the bureau's to say: only the letters are taken. */
export const readCategory = (cell: string | null): CellReading<Category | null> =>
  codeReading(cell, (text) => CATEGORY.codes.find((code) => code === /^([ABC])类?(（.*）|\(.*\))?$/i.exec(text)?.[1]?.toUpperCase()), 'A、B 或 C')
