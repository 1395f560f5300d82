import type { LineParameters } from '@xishan/domain'
import type { Type } from '@nestjs/common'
import type { Subject } from '../service/subject'
import { ApproveParameter } from './approve-parameter'
import { FindParameters } from './find-parameters'
import { LINE_PARAMETERS } from './line-parameters'
import { loadParameters } from './load-parameters'
import { ParameterBooks } from './parameter-books'
import { ParameterListController } from './parameter-list.controller'
import { ParameterTable } from './parameter-table'
import { ParameterProposal } from './parameter-proposal.entity'
import { ParameterVersionRow } from './parameter-version.entity'
import { ProposalsController } from './proposals.controller'
import { ProposeParameter } from './propose-parameter'
import { RejectParameter } from './reject-parameter'
import { VERSION_APPROVED, type VersionApproved } from './version-approved'

/**
 * Standards and parameters of a line: read, proposed by one, approved by another, in force from a day on.
 * @param whenApproved a provider of the line that hears of each approved version
 */
export const parametersSubject = (parameters: LineParameters, whenApproved?: Type<VersionApproved>): Subject => ({
  entities: [ParameterProposal, ParameterVersionRow],
  controllers: [ProposalsController, ParameterListController],
  providers: [{ provide: LINE_PARAMETERS, useValue: parameters }, ParameterBooks, ProposeParameter, ApproveParameter, RejectParameter, FindParameters, ...(whenApproved ? [{ provide: VERSION_APPROVED, useExisting: whenApproved }] : [])],
  firstLoads: [
    {
      what: '标准与参数',
      async load(work, folder) {
        const versions = await folder.read(`parameters/${folder.line}.json`, ParameterTable)
        await loadParameters(work, versions)
        return versions.length
      },
    },
  ],
})
