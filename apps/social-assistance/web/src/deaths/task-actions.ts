import type { Saved } from '@xishan/domain'
import type { DeathTaskAction } from '@xishan/social-assistance-contract'
import { api } from '../api'

interface TaskAction {
  lead: string
  take: (call: { params: { id: string }; body: { version: number; opinion: string } }) => Promise<Saved>
}

/** What each action means, in the words above its field. */
export const TASK_ACTIONS: Partial<Record<DeathTaskAction, TaskAction>> = {
  confirmMatch: { lead: '确认后按该成员死亡办理：未发放的保障金缓发，已多发的登记追回，由区局决定。', take: api.confirmDeathMatch },
  rejectMatch: { lead: '经核实不是该成员的，保障金照常发放。', take: api.rejectDeathMatch },
  recompute: { lead: '登记一件复核调整，按现有成员重新核定金额；确认后再回到本件登记复核完毕。', take: api.recomputeAfterDeath },
  finishRecheck: { lead: '复核调整已经确认的，登记本件办结。', take: api.finishDeathRecheck },
  changeCard: { lead: '银行账户已改为在世成员的，解除缓发，缓发的保障金全部补发。', take: api.changeCardAfterDeath },
  settle: { lead: '写明核实和处理的结果。', take: api.settleDeathTask },
}
