import { ApproveParameter } from './approve-parameter'
import { FindParameters } from './find-parameters'
import { ParameterBooks } from './parameter-books'
import { ParameterListController } from './parameter-list.controller'
import { ParameterProposal } from './parameter-proposal.entity'
import { ParameterVersionRow } from './parameter-version.entity'
import { ProposalsController } from './proposals.controller'
import { ProposeParameter } from './propose-parameter'
import { RejectParameter } from './reject-parameter'

export const parameters = {
  entities: [ParameterProposal, ParameterVersionRow],
  controllers: [ProposalsController, ParameterListController],
  providers: [ParameterBooks, ProposeParameter, ApproveParameter, RejectParameter, FindParameters],
}
