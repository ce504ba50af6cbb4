import { pages } from './pages.svelte'
import { dayAndTime } from '../i18n/dates'
import { explain, say, t } from '../i18n/index.svelte'
import type {
  Anchor,
  Criterion,
  Desk,
  EvidenceFile,
  Mark,
  Note,
  NoteColour,
  NoteStyle,
  Passage,
  Problem,
  ReviewView,
  Row,
} from '../ipc/contract'
import { announcer } from './announce.svelte'
import { Autosave } from './autosave'
import { Citing } from './citing'
import type { Reader } from '../pdf/reader'
import { History, type Change } from './history'
import { Reading } from './reading.svelte'
import { toasts } from './toast.svelte'
import { figure, figureOf, inOrder, lacksEvidence, sameMark } from './sheet'

type Content = Pick<Row, 'mark' | 'reason' | 'anchors' | 'why'>

const clock = () => Date.now()
const pageOf = ({ file, page }: Passage) => pages.named(file, page)

/** One dossier on the review desk: what is written shows at once and goes to the disk at each key. */
export class Review implements Reader {
  view = $state.raw<ReviewView>() as ReviewView
  rows = $state<Record<string, Row>>({})
  notes = $state<Note[]>([])
  sheet = $state<ReviewView['sheet']>({
    state: 'draft',
    sealed_at: null,
    received: false,
    may_take_back: false,
  })
  files = $state<EvidenceFile[]>([])
  at = $state('')
  readonly reading: Reading
  /** The colour of the next highlight. */
  colour = $state<NoteColour | null>(null)
  savedAt = $state<number | null>(null)
  failing = $state<Problem | null>(null)
  /** Something waits to be written. */
  dirty = $state(false)
  criteria = $state.raw<Criterion[]>([])
  #desk: Desk
  #citing: Citing
  #history = new History()
  #rowsOut: Autosave<Row>
  #notesOut: Autosave<Note>

  constructor(desk: Desk, view: ReviewView, criterion?: string) {
    this.#desk = desk
    this.#citing = new Citing(desk, view.dossier)
    this.view = view
    this.criteria = inOrder(view.grid.criteria, view.grid.axes)
    this.rows = Object.fromEntries(view.rows.map((row) => [row.criterion, row]))
    this.notes = view.notes
    this.sheet = view.sheet
    this.files = view.files
    this.savedAt = view.saved_at
    const known = (code: string | undefined) => this.criteria.some((one) => one.code === code)
    const wanted = criterion ?? view.place?.criterion
    this.at = (known(wanted) ? wanted : this.criteria[0]?.code) ?? ''
    this.reading = new Reading(view.place, view.files, (place) => {
      // Where one was is a comfort: a failure to keep it is not worth a sentence.
      desk
        .review_place({ dossier: view.dossier, place: { criterion: this.at, ...place } })
        .catch(() => undefined)
    })
    const { dossier } = view
    const ears = {
      saved: (at: number) => (this.savedAt = at),
      settled: () => (this.dirty = !this.#rowsOut.clean || !this.#notesOut.clean),
      failed: (problem: Problem) => {
        this.failing = problem
        announcer.alarm(t('review-err-write', { why: explain(problem) }))
      },
      recovered: () => {
        this.failing = null
        announcer.say(t('review-err-written'))
      },
    }
    this.#rowsOut = new Autosave((row) => desk.review_save_row({ dossier, row }), ears)
    this.#notesOut = new Autosave((note) => desk.review_save_note({ dossier, note }), ears)
  }

  criterion = $derived.by(() => this.criteria.find((one) => one.code === this.at) as Criterion)
  row = $derived.by(() => this.rows[this.at])
  axis = $derived.by(() => this.view.grid.axes.find((one) => one.code === this.criterion?.axis))
  siblings = $derived.by(() => this.criteria.filter((one) => one.axis === this.criterion?.axis))
  /** Those that are asked of me: a recusal may leave some out. */
  asked = $derived.by(() => this.criteria.filter((one) => !this.isOut(one.code)))
  /** The present criterion is not asked of me. */
  out = $derived.by(() => this.isOut(this.at))
  marked = $derived.by(() => this.asked.filter((one) => this.rows[one.code]?.mark).length)
  /** Passages of mine whose words changed or are gone in a newer version of their file. */
  toConfirm = $state.raw<{ criterion: string | null; id: string }[]>([])
  /** Of the criteria only those whose mark lacks evidence are listed, whatever their axis. */
  onlyGaps = $state(false)
  gaps = $derived.by(() => this.asked.filter((one) => lacksEvidence(one, this.rows[one.code])))
  /** My mark of the round before; null in a first round, and where I had no sheet. */
  former = $derived.by(() => this.view.former.find((one) => one.criterion === this.at) ?? null)
  /** The mark is not that of the round before. */
  changed = $derived.by(
    () =>
      this.former !== null &&
      !sameMark(this.former.mark, $state.snapshot(this.row?.mark ?? null) as Mark | null),
  )
  /** Marks, reasons and citations are closed; what I note for myself is not. */
  readOnly = $derived.by(() => this.sheet.state !== 'draft' || !this.view.assigned)
  /** There is no sheet of mine that could be locked: I read. */
  reader = $derived.by(
    () =>
      this.readOnly &&
      (this.sheet.state === 'draft' || (this.sheet.state === 'opened' && !this.sheet.sealed_at)),
  )
  /** Why marks are closed; nothing while they are not. */
  lockedWhy = $derived.by(() => {
    const { state, sealed_at } = this.sheet
    if (!this.readOnly) return ''
    if (this.reader) return t(state === 'opened' ? 'review-locked-opened-reader' : 'review-locked-reader')
    if (state === 'opened') return t('review-locked-opened')
    const moment = sealed_at ? dayAndTime(sealed_at, Date.now()) : ''
    if (!this.view.assigned) return t('review-locked-kept', { moment })
    return t(state === 'late' ? 'review-locked-late' : 'review-locked', { moment })
  })
  current = $derived.by(() => this.files.find((one) => one.file === this.reading.file) ?? null)
  /** What each colour says, in the grid's words or ours. */
  colours = $derived.by(() =>
    this.view.grid.colours.map(({ code, title }) => ({
      code,
      words: title ? say(title) : t(`colour-${code}`),
    })),
  )

  isOut(code: string): boolean {
    return this.view.not_mine.includes(code)
  }

  /** How many passages under a mark wait for a look. */
  waiting(code: string): number {
    return this.toConfirm.filter((one) => one.criterion === code).length
  }

  /** The file on screen. */
  get file(): string | null {
    return this.reading.file
  }

  /** Passages of mine in a file, in reading order. */
  passages(file: string): { criterion: string | null; passage: Anchor | Note }[] {
    const cited = Object.values(this.rows).flatMap((row) =>
      row.anchors.map((passage) => ({
        criterion: row.criterion as string | null,
        passage: passage as Anchor | Note,
      })),
    )
    const noted = this.notes.map((passage) => ({ criterion: null, passage: passage as Anchor | Note }))
    const top = (passage: Passage) => Math.max(...passage.rects.map((rect) => rect[3]), 0)
    return [...cited, ...noted]
      .filter((one) => one.passage.file === file)
      .toSorted((a, b) => a.passage.page - b.passage.page || top(b.passage) - top(a.passage))
  }

  // ------------------------------------------------------------------------------------------ marks and reasons

  #content(code: string): Content {
    const row = this.rows[code]
    return $state.snapshot({
      mark: row?.mark ?? null,
      reason: row?.reason ?? '',
      anchors: row?.anchors ?? [],
      why: row?.why ?? '',
    }) as Content
  }

  #put(code: string, content: Content): void {
    const version = (this.rows[code]?.version ?? 0) + 1
    const anchors = content.anchors.map((one) => this.#followed(one))
    const row: Row = { criterion: code, version, ...content, anchors }
    this.rows[code] = row
    this.dirty = true
    this.#rowsOut.put(code, $state.snapshot(row) as Row)
  }

  #edit(code: string, part: Partial<Content>, words: string, merge?: string): Change | null {
    if (this.isOut(code)) {
      announcer.say(t('review-not-mine', { c: code }))
      return null
    }
    if (this.readOnly) {
      announcer.say(this.lockedWhy)
      return null
    }
    const content = this.#content(code)
    const before = Object.fromEntries(
      Object.keys(part).map((name) => [name, content[name as keyof Content]]),
    ) as Partial<Content>
    // Only what was edited comes back: what followed a newer version since stays there.
    const put = (one: Partial<Content>) => this.#put(code, { ...this.#content(code), ...one })
    put(part)
    const change = { words, undo: () => put(before), redo: () => put(part) }
    return this.#history.push(merge ? { ...change, merge } : change, clock())
  }

  /** A second press on the chosen mark takes it away; the reason stays. */
  mark(mark: Mark, toggle = true): void {
    const { code, options } = this.criterion
    const same = JSON.stringify($state.snapshot(this.row?.mark ?? null)) === JSON.stringify(mark)
    const next = same && toggle ? null : mark
    if (
      !this.#edit(
        code,
        { mark: next },
        t('review-undo-mark', { c: code }),
        mark.kind === 'value' ? `value ${code}` : undefined,
      )
    )
      return
    if (!next) announcer.say(t('review-cleared'))
    else if (next.kind === 'na') announcer.say(t('review-marked-na'))
    else if (next.kind === 'option') {
      const word = say(options.find((option) => option.code === next.option)?.title)
      announcer.say(
        t('review-marked', { mark: `${figure(this.criterion, this.row)}${word ? `, ${word}` : ''}` }),
      )
    }
  }

  /** The value of a number, a text or a date; empty takes the mark away. */
  value(value: string): void {
    const { code } = this.criterion
    const mark: Mark | null = value === '' ? null : { kind: 'value', value }
    this.#edit(code, { mark }, t('review-undo-mark', { c: code }), `value ${code}`)
  }

  /** The option whose button shows this figure. */
  digit(d: number): boolean {
    const { criterion } = this
    const option = criterion.options.find((_, place) => figureOf(criterion, place) === String(d))
    if (option) this.mark({ kind: 'option', option: option.code })
    return option !== undefined
  }

  notApplicable(): boolean {
    if (this.criterion.na === 'forbidden') return false
    this.mark({ kind: 'na' })
    return true
  }

  reason(reason: string): void {
    this.#edit(this.at, { reason }, t('review-undo-reason', { c: this.at }), `reason ${this.at}`)
  }

  /** Why the mark is not that of the round before: one line. */
  why(line: string): void {
    const why = line.replace(/\s*\n\s*/g, ' ')
    this.#edit(this.at, { why }, t('review-undo-why', { c: this.at }), `why ${this.at}`)
  }

  // ------------------------------------------------------------------------------------------ passages

  /** Whether it is cited now. */
  cite(passage: Passage): boolean {
    const code = this.at
    const anchors = [...this.#content(code).anchors, { id: crypto.randomUUID(), ...passage }]
    if (!this.#edit(code, { anchors }, t('review-undo-anchor', { c: code }))) return false
    announcer.say(t('review-cited', { c: code, p: pageOf(passage), n: anchors.length }))
    return true
  }

  uncite(code: string, id: string): void {
    const all = this.#content(code).anchors
    const at = all.findIndex((one) => one.id === id)
    const gone = all[at]
    const words = t('review-undo-anchor', { c: code })
    const change = gone && this.#edit(code, { anchors: all.toSpliced(at, 1) }, words)
    if (!change) return
    this.#offer(t('review-uncited', { c: code }), t('review-undo'), () => {
      if (this.#history.isLast(change)) return this.undo()
      // Other things were done since: the passage alone comes back.
      const { anchors } = this.#content(code)
      if (!anchors.some((one) => one.id === id))
        this.#edit(code, { anchors: anchors.toSpliced(at, 0, gone) }, words)
    })
  }

  /** Where passages went by themselves, by the passage and the file that it left: no undo brings them back there. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- asked, not shown.
  #follows = new Map<string, Passage>()

  #followed<P extends Anchor | Note>(one: P): P {
    const next = this.#follows.get(`${one.id} ${one.file}`)
    return next ? this.#followed({ ...one, ...next }) : one
  }

  /** Another passage takes the place of one of mine, in a newer version of its file; null: none does. */
  renew(criterion: string | null, id: string, passage: Passage | null, quiet = false): void {
    const mine = criterion === null ? this.notes : (this.rows[criterion]?.anchors ?? [])
    const old = mine.find((one) => one.id === id)?.file
    if (quiet && passage && old !== undefined && old !== passage.file)
      this.#follows.set(`${id} ${old}`, passage)
    if (criterion === null) {
      const found = this.notes.find((one) => one.id === id)
      if (!found) return
      const before = $state.snapshot(found) as Note
      const after = { ...before, ...passage, removed: passage === null }
      if (quiet) this.#putNote(after)
      else this.#editNote(before, after)
      return
    }
    const content = this.#content(criterion)
    const anchors = content.anchors.flatMap((one) =>
      one.id !== id ? [one] : passage ? [{ id, ...passage }] : [],
    )
    if (quiet) this.#put(criterion, { ...content, anchors })
    else this.#edit(criterion, { anchors }, t('review-undo-anchor', { c: criterion }))
  }

  #putNote(note: Note): void {
    const version = Math.max(note.version, this.notes.find((one) => one.id === note.id)?.version ?? 0) + 1
    const next = this.#followed({ ...note, version })
    // Written back into the very object that history holds, so that versions never fall.
    note.version = version
    this.notes = [...this.notes.filter((one) => one.id !== note.id), ...(next.removed ? [] : [next])]
    this.dirty = true
    this.#notesOut.put(next.id, $state.snapshot(next) as Note)
  }

  #editNote(before: Note, after: Note): Change {
    this.#putNote(after)
    return this.#history.push(
      {
        own: true,
        words: t('review-undo-note', { p: pageOf(after) }),
        undo: () => this.#putNote(this.#lift(before, after)),
        redo: () => this.#putNote(this.#lift(after, before)),
      },
      clock(),
    )
  }

  #lift(note: Note, other: Note): Note {
    note.version = Math.max(note.version, other.version)
    return note
  }

  /** A highlight, or a note when `text` is not empty; in the colour that was chosen last. */
  annotate(passage: Passage, text: string, style: NoteStyle = 'highlight'): void {
    const colour = style === 'bookmark' ? null : this.colour
    const note: Note = {
      id: crypto.randomUUID(),
      version: 0,
      ...passage,
      text,
      removed: false,
      style,
      colour,
    }
    this.#editNote({ ...note, removed: true }, note)
    const done = text ? 'review-noted' : `review-done-${style}`
    announcer.say(t(done, { p: pageOf(passage), colour: colour ? `, ${this.wordOf(colour)}` : '' }))
  }

  wordOf(colour: NoteColour): string {
    return this.colours.find((one) => one.code === colour)?.words ?? ''
  }

  /** The next colour, said aloud; after the last none. */
  nextColour(): void {
    const codes = [null, ...this.colours.map((one) => one.code)]
    this.colour = codes[(codes.indexOf(this.colour) + 1) % codes.length] ?? null
    toasts.show(t('review-colour-now', { colour: this.colour ? this.wordOf(this.colour) : t('colour-none') }))
  }

  bookmarked(page: number): boolean {
    return this.notes.some((one) => one.style === 'bookmark' && one.file === this.file && one.page === page)
  }

  /** A bookmark on a page, or away with the one that it has. */
  bookmark = (page: number): void => {
    const file = this.file
    if (file === null) return
    const kept = this.notes.find((one) => one.style === 'bookmark' && one.file === file && one.page === page)
    if (kept) this.unannotate(kept.id)
    else
      this.annotate(
        { file, page, rects: [], quote: '', before: '', after: '', region: false },
        '',
        'bookmark',
      )
  }

  rewrite(id: string, change: Partial<Pick<Note, 'text' | 'style' | 'colour'>>): void {
    const found = this.notes.find((one) => one.id === id)
    if (!found) return
    const before = $state.snapshot(found) as Note
    this.#editNote(before, { ...before, ...change })
  }

  prepare(passage: Passage): void {
    this.#citing.prepare(passage)
  }

  /** A passage as a text cites it: the words, and where they stand. */
  reference(passage: Passage): string {
    const title = this.files.find((one) => one.file === passage.file)?.title ?? ''
    const { solution, solution_version: version, number } = this.view
    return this.#citing.text(passage, title, { solution, version, number })
  }

  unannotate(id: string): void {
    const found = this.notes.find((one) => one.id === id)
    if (!found) return
    const before = $state.snapshot(found) as Note
    const after = { ...before, removed: true }
    const change = this.#editNote(before, after)
    this.#offer(t('review-removed'), t('review-undo'), () => {
      if (this.#history.isLast(change)) this.undo()
      else if (!this.notes.some((one) => one.id === id)) this.#editNote(after, this.#lift(before, after))
    })
  }

  // ------------------------------------------------------------------------------------------ undo, place, criterion

  #may = ({ own }: Change) => !this.readOnly || own === true

  undo(): void {
    const change = this.#history.undo(this.#may)
    if (change) this.#offer(t('review-undone', { action: change.words }), t('review-redo'), () => this.redo())
    else toasts.show(t('review-nothing-undo'))
  }

  /** Says what was done, and shows the way back for a while. */
  #offer(text: string, label: string, run: () => void): void {
    toasts.show(text, { label, run })
  }

  redo(): void {
    toasts.close()
    const change = this.#history.redo(this.#may)
    if (change) announcer.say(t('review-redone', { action: change.words }))
    else toasts.show(t('review-nothing-redo'))
  }

  go(code: string): void {
    this.at = code
    this.keepPlace()
    const i = this.siblings.findIndex((one) => one.code === code) + 1
    const shown = figure(this.criterion, this.row)
    const mark = shown === null ? t('review-step-none') : t('review-step-mark', { mark: shown })
    announcer.say(t('review-criterion-said', { c: code, i, n: this.siblings.length, mark }))
  }

  step(by: 1 | -1): void {
    const i = this.criteria.findIndex((one) => one.code === this.at)
    const next = this.criteria[i + by]
    if (next) this.go(next.code)
    else toasts.show(t(by > 0 ? 'review-last' : 'review-first'))
  }

  /** Lists the marks without evidence alone, or the whole axis again. */
  filterGaps(): void {
    this.onlyGaps = !this.onlyGaps
    announcer.say(this.onlyGaps ? t('review-gaps', { n: this.gaps.length }) : t('review-gaps-all'))
  }

  nextGap(): void {
    const i = this.criteria.findIndex((one) => one.code === this.at)
    const rest = [...this.criteria.slice(i + 1), ...this.criteria.slice(0, i + 1)]
    const gap = rest.find((one) => !this.isOut(one.code) && lacksEvidence(one, this.rows[one.code]))
    if (gap) this.go(gap.code)
    else toasts.show(t('review-no-gap'))
  }

  keepPlace(): void {
    this.reading.keep()
  }

  /** Before the screen goes: the place at once, and what is still being written goes on by itself. */
  leave(): void {
    this.reading.send()
  }

  /** What changed outside: the seal, files that arrived, the examiner's statuses. What is written here stays. */
  async refresh(): Promise<void> {
    const next = await this.#desk.review_open({ dossier: this.view.dossier })
    if (next.round !== this.view.round) {
      // Another round has its own rows: those on screen are of the one before, sealed or not.
      this.rows = {}
      this.#history = new History()
      if (next.round > 1 && next.former.length > 0) announcer.say(t('review-again-began', { n: next.round }))
    }
    this.view = next
    this.sheet = next.sheet
    this.files = next.files
    this.criteria = inOrder(next.grid.criteria, next.grid.axes)
    for (const row of next.rows) {
      if (row.version > (this.rows[row.criterion]?.version ?? -1)) this.rows[row.criterion] = row
    }
  }

  async flush(): Promise<void> {
    await Promise.all([this.#rowsOut.flush(), this.#notesOut.flush()])
  }
}
