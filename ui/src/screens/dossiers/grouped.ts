import type { Desk, DossierPage, HandStep, Problem, StepKind } from '../../ipc/contract'
import { asks } from '../dossier/moves'

/** A step that can be taken for several dossiers at once: it asks for no words, people or day of each. */
export type GroupedStep = 'preselect' | 'close-intake' | HandStep

const byHand = Object.entries(asks).filter(([, form]) => !form.reason && !form.points && !form.ground)
const steps = new Set<StepKind>(['preselect', 'close-intake', ...byHand.map(([kind]) => kind as HandStep)])
const isGrouped = (kind: StepKind): kind is GroupedStep => steps.has(kind)

/** Steps that may be taken now for every one of these dossiers, with their pages; none is read further than needed. */
export async function sharedSteps(
  desk: Pick<Desk, 'dossier_page'>,
  dossiers: string[],
): Promise<{ kinds: GroupedStep[]; pages: DossierPage[] }> {
  let kinds: GroupedStep[] | null = null
  const pages: DossierPage[] = []
  for (const dossier of dossiers) {
    const page = await desk.dossier_page({ dossier })
    const now = page.steps.filter(({ problem }) => problem === null).map(({ kind }) => kind)
    kinds = (kinds ?? now.filter(isGrouped)).filter((kind) => now.includes(kind))
    if (kinds.length === 0) return { kinds, pages: [] }
    pages.push(page)
  }
  return { kinds: kinds ?? [], pages }
}

/** Takes a step for one dossier, as its own page would. */
export async function take(desk: Desk, step: GroupedStep, dossier: string): Promise<void> {
  const words = { reason: '', improve: [], ground: null, received_on: null }
  if (step === 'preselect') await desk.preselect({ dossier })
  else if (step === 'close-intake') await desk.close_intake({ dossier })
  else await desk.take_step({ dossier, step, words })
}

/** What became of one dossier: done, or why not. */
export interface Taken {
  dossier: string
  problem: Problem | null
}

/** One dossier after the other: what one refuses keeps none of the others waiting. Stops before the next when asked. */
export async function takeEach(
  dossiers: string[],
  act: (dossier: string) => Promise<void>,
  stopped: () => boolean,
  told: (taken: Taken) => void,
): Promise<void> {
  for (const dossier of dossiers) {
    if (stopped()) return
    const problem = await act(dossier).then(
      () => null,
      (reason: unknown) => reason as Problem,
    )
    told({ dossier, problem })
  }
}
