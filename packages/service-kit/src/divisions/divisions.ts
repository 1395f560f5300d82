import { DISTRICT } from '../access/service-actor'
import type { Subject } from '../service/subject'
import { DivisionList } from './division-list'
import { DivisionRow } from './division.entity'
import { DivisionNames } from './division-names'
import { loadDivisions } from './load-divisions'

export const divisions: Subject = {
  entities: [DivisionRow],
  controllers: [],
  providers: [DivisionNames],
  firstLoads: [
    {
      what: '区划',
      async load(work, folder) {
        const list = await folder.read(`divisions/${DISTRICT}.json`, DivisionList)
        await loadDivisions(work, list.divisions)
        return list.divisions.length
      },
    },
  ],
}
