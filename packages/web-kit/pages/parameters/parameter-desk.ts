import { defineContract, parameterRoutes, type Contract, type Role } from '@xishan/domain'
import { client, type Client } from '@xishan/web-kit'
import { inject, type InjectionKey } from 'vue'

/** How a line's parameters are read: what everybody may know of them without asking the service. */
export interface ParameterReading {
  /** Second part of a key → the title of its group, in the order of the page. */
  groups: Readonly<Record<string, string>>
  /** Keys in the order of the page; others come last. */
  keys: readonly string[]
  /** Keys whose text is one of a few, in words. */
  choices?: Readonly<Record<string, readonly { value: string; label: string }[]>>
  /** Keys that may begin in a month that is over. */
  backdated?: readonly string[]
  /** Keys whose years are an age, 周岁. */
  ages?: readonly string[]
}

type ParameterPermission = (typeof parameterRoutes)[keyof typeof parameterRoutes]['may']
export type ParameterContract = Pick<Contract, 'line' | 'title' | 'problems'> & { permissions: Record<ParameterPermission, readonly Role[]> }

export interface ParameterDesk {
  api: Client<typeof parameterRoutes>
  reading: ParameterReading
}

export const PARAMETER_DESK: InjectionKey<ParameterDesk> = Symbol('parameters')

export const parameterDesk = ({ line, title, problems, permissions }: ParameterContract, reading: ParameterReading): ParameterDesk => ({
  api: client(defineContract({ line, title, problems, permissions, routes: parameterRoutes })),
  reading,
})

/** @throws Error outside a page of parameters */
export function useParameterDesk(): ParameterDesk {
  const desk = inject(PARAMETER_DESK)
  if (!desk) throw new Error('parts of the page of parameters stand inside ParametersPage')
  return desk
}
