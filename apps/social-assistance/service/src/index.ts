import { defineService } from '@xishan/service-kit'
import { contract } from '@xishan/social-assistance-contract'
import { applications } from './applications/applications'
import { benefits } from './benefits/benefits'
import { decisions } from './decisions/decisions'
import { divisions } from './divisions/divisions'
import { documents } from './documents/documents'
import { households } from './households/households'
import { investigations } from './investigations/investigations'
import { meansChecks } from './means-checks/means-checks'
import { migrations } from './migrations'
import { objections } from './objections/objections'
import { parameters } from './parameters/parameters'
import { postings } from './postings/postings'
import { reveals } from './reveals/reveals'
import type { Subject } from './subject'

const subjects: readonly Subject[] = [
  applications,
  benefits,
  decisions,
  divisions,
  documents,
  households,
  investigations,
  meansChecks,
  objections,
  parameters,
  postings,
  reveals,
]

export const service = defineService({
  contract,
  migrations,
  entities: subjects.flatMap(({ entities }) => entities),
  controllers: subjects.flatMap(({ controllers }) => controllers),
  providers: subjects.flatMap(({ providers }) => providers),
  dailyJobs: subjects.flatMap(({ dailyJobs = [] }) => dailyJobs),
  longJobs: subjects.flatMap(({ longJobs = [] }) => longJobs),
})
