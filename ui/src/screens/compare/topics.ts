import type { Cited, CompareCriterion, ThreadView, ThreadWord, TopicView } from '../../ipc/contract'

/** What a discussion says of itself: that of the criterion, or of one passage. */
export type Talk = Pick<TopicView, 'settled' | 'unread' | 'draft'>

/** The discussion of a passage; null: of the criterion, in which those of its passages stand. */
export function talkOf(thread: ThreadView, about: string | null): Talk {
  if (about === null) return thread
  const topic = thread.topics.find((one) => one.about === about)
  return topic ?? { settled: false, unread: 0, draft: null }
}

/** What was said there. */
export function wordsOf(thread: ThreadView, about: string | null): ThreadWord[] {
  return about === null ? thread.words : thread.words.filter((word) => word.about === about)
}

/** How many messages were written about it. */
export function spokenOf(thread: ThreadView, about: string | null): number {
  return wordsOf(thread, about).filter((word) => word.what === 'message').length
}

/** The passage that a word is about; null where no sheet that is read cites it any more. */
export function citedOf(criterion: CompareCriterion, about: string): Cited | null {
  return criterion.voices.flatMap((voice) => voice.cited).find((one) => one.id === about) ?? null
}
