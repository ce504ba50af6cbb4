import { fullDay } from '../../i18n/dates'
import { say, sentence, t } from '../../i18n/index.svelte'
import { fieldOf, nameOf } from './description'
import type { IntakeLine, IntakePart, IntakeView, Millis } from '../../ipc/contract'

/** What can be done about a line here; everything else is asked for in the letter. */
export type Doing = 'columns' | 'replace' | 'limits' | 'form' | 'put-back'

/** A line as it is shown: several findings of one kind may share it. */
export interface Shown {
  key: string
  tone: 'ok' | 'warn' | 'danger'
  title: string
  fact: string
  word: string
  open: boolean
  doing: Doing | null
  /** The file that it is about, where one can be replaced, taken out or put back. */
  place: string
}

export const parts: IntakePart[] = ['description', 'prerequisites', 'questionnaire', 'evidence']

/** Days that the publisher has to answer; the letter is edited by hand. */
const answerDays = 10

const keyOf = (line: IntakeLine) => line.code.replaceAll('.', '-')

/** A failed prerequisite is no gap: nothing is missing, the dossier is inadmissible. */
function isOpen(line: IntakeLine): boolean {
  const blocks = line.severity === 'missing' || line.severity === 'wrong'
  return blocks && line.code !== 'intake.prerequisite-failed'
}

/** The key of a description by the name that the form gives its field, where there is a form. */
function placeOf(line: IntakeLine, form: boolean): Record<string, string> {
  const field = form && line.part === 'description' ? fieldOf(line.place) : null
  return field ? { place: t(nameOf(field)) } : {}
}

function whole(line: IntakeLine, form: boolean): string {
  const title = line.title ? say(line.title) : (line.params['title'] ?? '')
  const params = { ...line.params, ...placeOf(line, form) }
  return sentence(keyOf(line), { ...params, title, ...numbers(line) }) ?? line.code
}

/** Numbers come as text; sentences that count need them as numbers. */
function numbers(line: IntakeLine): Record<string, number> {
  const named = ['n', 'pages'].filter((name) => /^\d+$/.test(line.params[name] ?? ''))
  return Object.fromEntries(named.map((name) => [name, Number(line.params[name])]))
}

const replaceable = /^intake\.(patient-page|pdf-|file-empty|file-kind|evidence-digest)/

/** What a limit of this desk refuses, whoever takes dossiers in may let in. */
const limited = /^intake\.(file-too-large|total-too-large|package-too-large|package-too-many)$/

function wordOf(line: IntakeLine): string {
  const own = sentence(`intake-word-${keyOf(line).replace('intake-', '')}`)
  return own ?? t(`intake-word-${line.severity}`)
}

/** The first sentence is the point, the rest what it means. */
function cut(text: string): [string, string] {
  const at = text.search(/[.;:?] (?=[A-ZÀ-Ý])/)
  return at < 0 ? [text.replace(/\.$/, ''), ''] : [text.slice(0, at), text.slice(at + 1).trim()]
}

function one(line: IntakeLine, form: boolean): Shown {
  const short = line.title
    ? sentence(`intake-short-${keyOf(line).replace('intake-', '')}`, line.params)
    : null
  const [point, rest] = cut(whole(line, form))
  return {
    key: `${line.code}@${line.place}@${line.params['line'] ?? ''}@${line.params['file'] ?? ''}`,
    tone: line.severity === 'fine' ? 'ok' : line.severity === 'notice' ? 'warn' : 'danger',
    title: short ? say(line.title) : point,
    fact: short ?? rest,
    word: wordOf(line),
    open: isOpen(line),
    doing:
      line.code === 'intake.answers-header'
        ? 'columns'
        : line.code === 'intake.taken-out'
          ? 'put-back'
          : limited.test(line.code)
            ? 'limits'
            : isOpen(line) && replaceable.test(line.code)
              ? 'replace'
              : form && isOpen(line) && line.part === 'description'
                ? 'form'
                : null,
    place: line.place,
  }
}

/** The lines of a part: questions without an answer stand together, as one thing to ask for. */
export function linesOf(view: IntakeView, part: IntakePart): Shown[] {
  const lines = view.lines.filter((line) => line.part === part)
  const unanswered = lines.filter((line) => line.code === 'intake.answer-missing' && isOpen(line))
  const shown = lines
    .filter((line) => !unanswered.includes(line))
    .map((line) => one(line, view.form !== null))
  const [first] = unanswered
  if (first) {
    shown.unshift({
      key: 'unanswered',
      tone: 'danger',
      title: t('intake-unanswered', { n: unanswered.length }),
      fact: unanswered.map((line) => `${line.place} ${say(line.title)}`).join(' · '),
      word: wordOf(first),
      open: true,
      doing: null,
      place: '',
    })
  }
  return shown
}

/** How many points are to be settled: as many as the letter asks for. */
export function pointsOf(view: IntakeView): number {
  return parts.flatMap((part) => linesOf(view, part)).filter((line) => line.open).length
}

/**
 * The letter to the publisher: that the dossier is inadmissible where a prerequisite fails, else what is missing, as the
 * open lines write it; null when nothing is.
 */
export function letterOf(
  view: IntakeView,
  sender: string,
  now: Millis,
): { subject: string; body: string } | null {
  const solution = view.solution || view.name
  if (view.knocked_out) {
    const failed = view.lines.filter((line) => line.code === 'intake.prerequisite-failed')
    const body = [
      t('letter-hello'),
      t('letter-inadmissible', { solution }),
      failed.map((line) => `- ${line.place} ${say(line.title)}`).join('\n'),
      t('letter-inadmissible-then'),
      t('letter-signed', { name: sender }),
    ].join('\n\n')
    return { subject: t('letter-inadmissible-subject', { solution }), body }
  }
  const open = parts.flatMap((part) => linesOf(view, part)).filter((line) => line.open)
  if (open.length === 0) return null
  const items = open.map((line, i) => {
    const text = line.fact ? t('letter-item', { title: line.title, fact: line.fact }) : line.title
    return `${i + 1}. ${text}`
  })
  const body = [
    t('letter-hello'),
    t('letter-arrived', { solution }),
    items.join('\n'),
    t('letter-before', { date: fullDay(now + answerDays * 86_400_000) }),
    t('letter-signed', { name: sender }),
  ].join('\n\n')
  return { subject: t('letter-subject', { solution }), body }
}
