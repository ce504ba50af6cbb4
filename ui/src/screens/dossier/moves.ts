import type { DossierStep, HandStep, StepKind } from '../../ipc/contract'

/** What the form of a step asks for. */
export const asks: Record<
  HandStep,
  { reason: 'needed' | 'welcome' | null; points?: boolean; ground?: boolean }
> = {
  'waive-entry': { reason: 'needed' },
  decline: { reason: 'welcome', points: true },
  notify: { reason: null },
  resume: { reason: 'welcome' },
  recall: { reason: 'welcome' },
  're-table': { reason: 'needed' },
  'return-to-board': { reason: 'needed' },
  withdraw: { reason: 'welcome' },
  appeal: { reason: 'needed', ground: true },
  'accept-appeal': { reason: 'welcome' },
  'dismiss-appeal': { reason: 'needed' },
  're-examine': { reason: null },
  admit: { reason: null },
  lapse: { reason: 'welcome' },
  close: { reason: null },
}

export const grounds = ['material-error', 'new-element', 'procedure'] as const

/** Whoever may not take one of these reads elsewhere on the page who may. */
const told: StepKind[] = [
  'appeal',
  'accept-appeal',
  'dismiss-appeal',
  're-examine',
  'admit',
  'lapse',
  'close',
]
export const isTold = ({ kind, problem }: DossierStep) =>
  problem?.code === 'transition.not-by-you' && told.includes(kind)

export const isByHand = (kind: StepKind): kind is HandStep => kind in asks
