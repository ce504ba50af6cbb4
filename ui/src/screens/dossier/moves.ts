import type { HandStep, StepKind } from '../../ipc/contract'

/** What the form of a step asks for. */
export const asks: Record<HandStep, { reason: 'needed' | 'welcome' | null; points: boolean }> = {
  'waive-entry': { reason: 'needed', points: false },
  decline: { reason: 'welcome', points: true },
  notify: { reason: null, points: false },
  resume: { reason: 'welcome', points: false },
  'return-to-board': { reason: 'needed', points: false },
  withdraw: { reason: 'welcome', points: false },
}

export const isByHand = (kind: StepKind): kind is HandStep => kind in asks
