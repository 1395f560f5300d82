import { availableActions, formatYuan, label, mayCall, type Actor, type AvailableAction, type StepTaken } from '@xishan/domain'
import { AWARD_FAULT, contract, awardLifecycle, type AwardAction, type AwardDetail } from '@xishan/funeral-management-contract'

type Standing = Pick<AwardDetail, 'state' | 'fault' | 'payeeDiedOn' | 'amountFen' | 'recoveryFen' | 'recoveredFen' | 'basis'> & { steps: readonly StepTaken[] }

/** Actions that there is no ground for on this award are left out; the use cases ask the same again. */
function hasGround(action: AwardAction, { fault, payeeDiedOn, recoveryFen, recoveredFen }: Standing): boolean {
  switch (action) {
    case 'uphold':
    case 'upholdPaid':
    case 'stop':
    case 'claim':
      return fault !== null
    case 'repay':
      return recoveredFen < recoveryFen
    case 'changePayee':
      return payeeDiedOn !== null && fault === null
    case 'changeAccount':
      return payeeDiedOn === null
    default:
      return true
  }
}

function blockedBy(action: AwardAction, { fault, payeeDiedOn, recoveryFen, recoveredFen }: Standing): string | null {
  if ((action === 'check' || action === 'confirm') && fault) return `${label(AWARD_FAULT, fault)}，请退回补正或撤回申请。`
  if (action === 'confirm' && payeeDiedOn) return `申请人已于 ${payeeDiedOn} 登记死亡，请退回更换申请人。`
  if (action === 'settle' && recoveredFen !== recoveryFen) return `应追回 ${formatYuan(recoveryFen)} 元，已退 ${formatYuan(recoveredFen)} 元，尚未退清。`
  return null
}

export const actionsOn = (standing: Standing, actor: Actor): AvailableAction[] =>
  availableActions(awardLifecycle, standing, actor)
    .filter((action) => mayCall(contract.permissions, `ecoAward.${action}`, actor.roles) && hasGround(action, standing))
    .map((action) => {
      const { label: title, adverse = false } = awardLifecycle.actions[action]
      return { action, label: title, adverse, blockedBy: blockedBy(action, standing) }
    })
