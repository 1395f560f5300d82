import { RELATION, ageOn, isRealDate, label } from '@xishan/domain'
import type { Assessment } from '@xishan/social-assistance-contract'
import type { FinancesValues } from './finances/finances-values'
import type { MemberValues } from './household/household-values'
import type { Person } from './PeopleList.vue'

type Counted = Pick<Assessment['perMember'][number], 'memberId' | 'counted'>
type Errors = Readonly<Record<string, string>>

const ageWords = (birthDate: string | null | undefined, today: string): string => (birthDate && isRealDate(birthDate) && birthDate <= today ? `${ageOn(birthDate, today)} 岁` : '')

/** The members as the household's list shows them. */
export const peopleOf = (members: readonly MemberValues[], today: string, counted: readonly Counted[], errors: Errors): Person[] =>
  members.map(({ id, name, relation, birthDate }, at) => ({
    id: id ?? '',
    name: name ?? '',
    words: [label(RELATION, relation), ageWords(birthDate, today)].filter(Boolean).join('，'),
    counted: counted.find(({ memberId }) => memberId === id)?.counted ?? null,
    hasProblem: Object.keys(errors).some((path) => path.startsWith(`members.${at}.`)),
  }))

/** The same people as the finances' list shows them: with what has been entered for each. */
export const ownersOf = (people: readonly Person[], finances: FinancesValues, errors: Errors): Person[] =>
  people.map((person) => {
    const lists = { incomes: finances.incomes, deductions: finances.deductions, properties: finances.properties, examined: finances.examined }
    const own = Object.entries(lists).flatMap(([kind, items]) => items.flatMap(({ memberId }, at) => (memberId === person.id ? [`${kind}.${at}`] : [])))
    const count = own.filter((path) => !path.startsWith('examined')).length
    const isExamined = own.length > count
    return {
      ...person,
      words: [count > 0 ? `${count} 项` : '无项目', isExamined ? '已查明' : '未查明'].join('，'),
      hasProblem: Object.keys(errors).some((path) => own.some((item) => path === item || path.startsWith(`${item}.`))),
    }
  })

/** The first person with something to correct, to be opened. */
export const firstWrong = (people: readonly Person[]): string | undefined => people.find(({ hasProblem }) => hasProblem)?.id
