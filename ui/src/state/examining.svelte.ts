import { pages } from './pages.svelte'
import { say, t } from '../i18n/index.svelte'
import type {
  Anchor,
  Desk,
  ExaminationView,
  ExaminedStatus,
  Judged,
  Note,
  Passage,
  ToJudge,
} from '../ipc/contract'
import type { Reader } from '../pdf/reader'
import { Reading } from './reading.svelte'
import { announcer } from './announce.svelte'
import { toasts } from './toast.svelte'
import { Citing } from './citing'
import { History } from './history'
import type { KeptForm } from './kept.svelte'

type Found = Pick<Judged, 'value' | 'why' | 'anchors'> & { status: ExaminedStatus | null }

/** Findings that are not recorded yet, by criterion: they stay on this laptop until they are. */
export interface Findings {
  rows: Record<string, Judged>
}

/** One examination: what is found about each declared answer, and the evidence that is read beside it. */
export class Examining implements Reader {
  view = $state.raw<ExaminationView>() as ExaminationView
  readonly #kept: Pick<KeptForm<Findings>, 'value' | 'done'>
  at = $state('')
  /** Where one was is not kept: an examination is read once. */
  readonly reading = new Reading(null, [], null)
  /** An examiner cites; nothing is highlighted. */
  readonly colours = []
  readonly colour = null
  readonly bookmark = null
  /** The evidence stands beside the answers. */
  open = $state(false)

  readonly #citing: Citing
  /** What was changed and is not recorded yet can be taken back; what is recorded is replaced. */
  #history = new History()

  constructor(
    view: ExaminationView,
    desk: Pick<Desk, 'reference_text'>,
    kept: Pick<KeptForm<Findings>, 'value' | 'done'>,
  ) {
    this.view = view
    this.#kept = kept
    this.#citing = new Citing(desk, view.dossier)
  }

  /** What was changed and is not recorded yet. */
  get changed(): Record<string, Judged> {
    return this.#kept.value.rows
  }

  get file(): string | null {
    return this.reading.file
  }

  bookmarked(): boolean {
    return false
  }

  files = $derived.by(() => this.view.files)
  current = $derived.by(() => this.files.find((one) => one.file === this.file) ?? null)
  count = $derived.by(() => Object.keys(this.changed).length)
  row = $derived.by(() => this.view.rows.find((one) => one.criterion === this.at))
  /** A passage rests under a finding: without one there is nothing to cite it for. */
  readOnly = $derived.by(() => !this.view.may || !this.row || this.of(this.row).status === null)

  of(row: ToJudge): Found {
    return this.changed[row.criterion] ?? row
  }

  set(row: ToJudge, part: Partial<Judged>): void {
    const { status, value, why, anchors } = this.of(row)
    const { criterion } = row
    const before = $state.snapshot(this.changed[criterion]) as Judged | undefined
    const now = { criterion, status: status ?? 'confirmed', value, why, anchors, ...part }
    const after = $state.snapshot(now) as Judged
    this.#put(criterion, after)
    const words = t(part.anchors ? 'review-undo-anchor' : 'examine-undo', { c: criterion })
    const change = {
      words,
      undo: () => this.#put(criterion, before),
      redo: () => this.#put(criterion, after),
    }
    const typed = part.why !== undefined ? `why ${criterion}` : undefined
    this.#history.push(typed ? { ...change, merge: typed } : change, Date.now())
  }

  #put(criterion: string, judged: Judged | undefined): void {
    // Never the object that history holds: what is changed later must not change it.
    const { [criterion]: _, ...others } = this.changed
    this.#kept.value.rows = judged ? { ...this.changed, [criterion]: structuredClone(judged) } : others
  }

  undo(): void {
    const change = this.view.may ? this.#history.undo() : null
    if (!change) toasts.show(t('review-nothing-undo'))
    else
      toasts.show(t('review-undone', { action: change.words }), {
        label: t('review-redo'),
        run: () => this.redo(),
      })
  }

  redo(): void {
    toasts.close()
    const change = this.view.may ? this.#history.redo() : null
    if (change) announcer.say(t('review-redone', { action: change.words }))
    else toasts.show(t('review-nothing-redo'))
  }

  /** The rows as they are recorded; only a corrected one has a value. */
  rows(): Judged[] {
    return ($state.snapshot(Object.values(this.changed)) as Judged[]).map((row) => ({
      ...row,
      value: row.status === 'corrected' ? row.value : null,
      why: row.why.trim(),
    }))
  }

  /** What the first row that cannot be recorded lacks, as a sentence. */
  lack(): string | null {
    for (const { criterion, status, value, why } of this.rows()) {
      if (status === 'corrected' && !value) return t('examine-value-missing', { code: criterion })
      if (status !== 'confirmed' && why === '') return t('examine-why-missing', { code: criterion })
    }
    return null
  }

  recorded(view: ExaminationView): void {
    this.view = view
    this.#kept.done()
    this.#history = new History()
  }

  // ------------------------------------------------------------------------------------------ evidence

  passages(file: string): { criterion: string | null; passage: Anchor | Note }[] {
    const top = (passage: Passage) => Math.max(...passage.rects.map((rect) => rect[3]), 0)
    return this.view.rows
      .flatMap((row) =>
        this.of(row).anchors.map((passage) => ({ criterion: row.criterion as string | null, passage })),
      )
      .filter((one) => one.passage.file === file)
      .toSorted((a, b) => a.passage.page - b.passage.page || top(b.passage) - top(a.passage))
  }

  /** Opens the evidence for a criterion: where the reading stands, else the first file that the publisher points at. */
  read(row: ToJudge): void {
    this.at = row.criterion
    this.open = true
    if (this.file === null || (row.files.length > 0 && !row.files.includes(this.file)))
      this.choose(row.files[0] ?? this.file ?? this.files[0]?.file ?? null)
  }

  choose(file: string | null): void {
    if (file !== null && this.file !== file) this.reading.choose(file)
  }

  go(criterion: string): void {
    this.at = criterion
    announcer.say(`${criterion} ${say(this.row?.title)}`)
  }

  cite(passage: Passage): void {
    const { row } = this
    if (!row || this.readOnly) {
      toasts.show(t('examine-status-first', { code: this.at }))
      return
    }
    const anchors = [...this.of(row).anchors, { id: crypto.randomUUID(), ...passage }]
    this.set(row, { anchors })
    announcer.say(
      t('review-cited', { c: this.at, p: pages.named(passage.file, passage.page), n: anchors.length }),
    )
  }

  uncite(row: ToJudge, id: string): void {
    this.set(row, { anchors: this.of(row).anchors.filter((one) => one.id !== id) })
    toasts.show(t('review-uncited', { c: row.criterion }), {
      label: t('review-undo'),
      run: () => this.undo(),
    })
  }

  prepare(passage: Passage): void {
    this.#citing.prepare(passage)
  }

  reference(passage: Passage): string {
    const title = this.files.find((one) => one.file === passage.file)?.title ?? ''
    return this.#citing.text(passage, title)
  }
}
