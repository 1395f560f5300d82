import { DivisionTree, type Division } from '@xishan/domain'
import { DivisionList } from '@xishan/service-kit'
import listed from '../divisions/530112.json' with { type: 'json' }

/** The district, its 11 street-level units and 126 communities. */
export const divisionList = DivisionList.parse(listed)
export const divisions: readonly Division[] = divisionList.divisions

export const divisionsOn = (date: string): DivisionTree => new DivisionTree(divisions, date)
