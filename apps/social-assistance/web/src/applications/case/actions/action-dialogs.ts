import { actionInputs, type ApplicationAction } from '@xishan/social-assistance-contract'
import type { Component } from 'vue'
import ConfirmDialog from '../decision/ConfirmDialog.vue'
import GiveOpinionDialog from '../decision/GiveOpinionDialog.vue'
import HomeVisitDialog from '../decision/HomeVisitDialog.vue'
import RefuseDialog from '../decision/RefuseDialog.vue'
import CountersignDialog from '../investigation/CountersignDialog.vue'
import InvestigateDialog from '../investigation/InvestigateDialog.vue'
import StartInvestigationDialog from '../investigation/StartInvestigationDialog.vue'
import RecordObjectionDialog from '../objections/RecordObjectionDialog.vue'
import DraftDialog from './DraftDialog.vue'
import RequestCorrectionDialog from './RequestCorrectionDialog.vue'
import TerminateDialog from './TerminateDialog.vue'
import WithdrawDialog from './WithdrawDialog.vue'
import WordsActionDialog from './WordsActionDialog.vue'
import type { WordsActionName } from './words-actions'

/** Every action that asks for more than words has a dialog of its own; the compiler sees that none is forgotten. */
const OWN_DIALOGS: Record<Exclude<ApplicationAction, WordsActionName>, Component> = {
  submit: DraftDialog,
  discard: DraftDialog,
  requestCorrection: RequestCorrectionDialog,
  startInvestigation: StartInvestigationDialog,
  investigate: InvestigateDialog,
  countersign: CountersignDialog,
  giveOpinion: GiveOpinionDialog,
  recordObjection: RecordObjectionDialog,
  confirmAtStreet: ConfirmDialog,
  refuseAtStreet: RefuseDialog,
  recordHomeVisit: HomeVisitDialog,
  confirm: ConfirmDialog,
  refuse: RefuseDialog,
  withdraw: WithdrawDialog,
  terminate: TerminateDialog,
}
const dialogs: Partial<Record<ApplicationAction, Component>> = OWN_DIALOGS

/** The dialog in which an action is taken. It takes `application` and `action`, and says `taken`, `closed` and `changed`. */
export const dialogOf = (action: ApplicationAction): Component => dialogs[action] ?? WordsActionDialog

export const isApplicationAction = (action: string): action is ApplicationAction => Object.hasOwn(actionInputs, action)
