import { ParameterProposal } from './parameter-proposal.entity'
import { ParameterVersionRow } from './parameter-version.entity'

export const parameters = { entities: [ParameterProposal, ParameterVersionRow], controllers: [], providers: [] }
