import { isCode, labelOf, type AvailableAction, type CodeSet, type Lifecycle, type StepView } from '@xishan/domain'
import type { CallOptions, Download, OfferedAction } from '@xishan/web-kit'

/** A case as far as its dialogs and its papers need it. */
export interface CaseFile<K extends string = string> {
  id: string
  version: number
  state: string
  actions: readonly AvailableAction[]
  attachments: readonly { id: string; kind: K; name: string; uploadedBy: string; businessDate: string }[]
  steps: readonly StepView[]
}

/** What a line says once of a kind of case, for the bar, the dialogs and the panels of its page. */
export interface CaseDesk<K extends string = string> {
  /** Of its drafts, `application` in `application:<id>:confirm`. */
  name: string
  lifecycle: Lifecycle
  materials: CodeSet<K>
  /** Kinds that are photographed, and nothing else. */
  photographs?: readonly K[]
  /** Kinds that an action needs but that are not gathered in its dialog. */
  takenElsewhere?: readonly K[]
  /** Kinds that the list of materials shows only once they are there. */
  onlyWhenFiled?: readonly K[]
  mayAdd: () => boolean
  upload: (id: string, kind: K, file: File, options: CallOptions) => Promise<unknown>
  view: (id: string, attachmentId: string) => Promise<Download>
}

const needsOf = <K extends string>({ lifecycle, materials }: CaseDesk<K>, action: string): K[] => (lifecycle.actions[action]?.needs ?? []).filter((kind) => isCode(materials, kind))

/** Kinds of paper that an action needs and that are gathered in its dialog. */
export const papersOf = <K extends string>(desk: CaseDesk<K>, action: string): K[] => needsOf(desk, action).filter((kind) => !desk.takenElsewhere?.includes(kind))

export const missingPapers = <K extends string>(desk: CaseDesk<K>, action: string, { attachments }: Pick<CaseFile<K>, 'attachments'>): K[] =>
  papersOf(desk, action).filter((kind) => !attachments.some((attachment) => attachment.kind === kind))

/** What the bar offers: an action that only waits for papers can be opened, for its dialog takes them. */
export function barActions<K extends string>(desk: CaseDesk<K>, { actions, attachments }: Pick<CaseFile<K>, 'actions' | 'attachments'>): OfferedAction[] {
  return actions.map(({ action, blockedBy }) => ({ action, blockedBy: missingPapers(desk, action, { attachments }).length > 0 ? null : blockedBy }))
}

/** Kinds of material shown with a case: those at hand and those its next steps ask for, in the order of the list of kinds. */
export function shownKinds<K extends string>(desk: CaseDesk<K>, { attachments, actions }: Pick<CaseFile<K>, 'actions' | 'attachments'>): K[] {
  const asked = actions.flatMap(({ action }) => needsOf(desk, action)).filter((kind) => !desk.onlyWhenFiled?.includes(kind))
  return desk.materials.codes.filter((kind) => asked.includes(kind) || attachments.some((attachment) => attachment.kind === kind))
}

/** Where a case stands, as a part of a sentence. */
export const standingOf = ({ lifecycle }: Pick<CaseDesk, 'lifecycle'>, { state }: { state: string }): string => `当前为“${labelOf(lifecycle, state)}”`
