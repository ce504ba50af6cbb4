/**
 * The program in memory, with invented content: screens run in a plain browser and in tests. Never in what ships:
 * `connect` imports it only in builds made for looking.
 */
import { sameMark, shortestWhy } from '../state/sheet'
import * as data from './fake-data'
import { passagesOf } from './fake/passages'
import { fakeIntake } from './fake/intake'
import { fakePeople } from './fake/people'
import { textPdf } from './fake-pdf'
import { leafletPng } from './fake-png'
import { dossiers } from './fake/dossiers'
import { judging } from './fake/judging'
import { labels } from './fake/labels'
import { board } from './fake/board'
import { own } from './fake/own'
import { versions } from './fake/versions'
import * as search from './fake/search'
import { secrets } from './fake/secrets'
import { year } from './fake/year'
import type * as C from './contract'

export interface Scene {
  state: C.Session['state']
  network: C.Network['state']
  settings: Partial<C.Settings>
  desk: 'full' | 'empty' | 'officer'
  card: C.DossierCard['state']
  sheet: C.Sheet['state']
  verdict: C.Verdict['verdict']
  enrol: C.Enrolment['step']
  /** The one role of the person at the desk; null: a reviewer of a college. */
  role: C.Role | null
  /** Address of a file that takes the place of file 2. */
  evidence: string | null
  /** Commands that fail, each with its code; `never`: they do not answer. */
  failing: Record<string, string>
  /** What some commands answer instead: a whole answer, or the parts of it that are to differ. */
  answers: Record<string, unknown>
  /** Milliseconds before each answer. */
  delay: number
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const copy = <T>(value: T): T => structuredClone(value)

export class FakeDesk implements C.Desk {
  readonly scene: Scene
  #session = copy(data.session)
  #review = copy(data.review)
  #card = copy(data.card)
  #enrolment: C.Enrolment = {
    step: 'invitation',
    institute: null,
    registry: null,
    expires_at: null,
    keyring: false,
    digits: null,
    phone: null,
    typed_by: null,
    countersigned_by: null,
    request_sent: false,
  }
  #settings: C.Settings
  #files = new Map<string, Uint8Array>()
  #hear: ((notice: C.Notice) => void)[] = []

  constructor(scene: Partial<Scene> = {}) {
    this.scene = {
      state: 'open',
      network: 'offline',
      settings: {},
      desk: 'full',
      card: 'to-declare',
      sheet: 'draft',
      verdict: 'valid',
      enrol: 'invitation',
      role: null,
      evidence: null,
      failing: {},
      answers: {},
      delay: 0,
      ...scene,
    }
    this.#settings = {
      language: 'fr',
      theme: 'light',
      density: null,
      letter_keys: true,
      text_size: 100,
      idle_minutes: 10,
      tour: { who: 'reviewer', step: 0 },
      panes: null,
      ...this.scene.settings,
    }
    this.#session.state = this.scene.state
    if (this.scene.state !== 'open') {
      this.#session = { ...this.#session, person: null, cipher: null }
      if (this.scene.state === 'locked') this.#session.locked_by = 'start'
      else this.#session.institute = null
    }
    if (this.scene.role && this.#session.person) {
      this.#session.person = { ...this.#session.person, college: null, roles: [this.scene.role] }
    }
    this.#session.network.state = this.scene.network
    if (this.scene.network === 'online') this.#session.network.waiting = 0
    this.#card.state = this.scene.card
    if (this.scene.card !== 'to-declare') this.#card.declared_at = data.now - 86_400_000
    if (this.scene.sheet !== 'draft') this.#seal()
    if (this.scene.enrol !== 'invitation') this.#invited()
    if (this.scene.enrol === 'digits' || this.scene.enrol === 'confirmation') this.#keyed()
    if (this.scene.enrol === 'confirmation') {
      this.#enrolment.step = 'confirmation'
      this.#enrolment.typed_by = { name: 'Hélène Roy', at: data.now }
    }
  }

  async #answer<T>(command: keyof C.Desk, make: () => T): Promise<T> {
    await wait(this.scene.delay)
    const code = this.scene.failing[command]
    if (code === 'never') await new Promise(() => undefined)
    if (code) throw { code, params: {} } satisfies C.Problem
    const made = copy(make())
    const other = this.scene.answers[command]
    if (other === undefined) return made
    return (Array.isArray(other) || other === null ? other : { ...made, ...(other as object) }) as T
  }

  #notify(notice: C.Notice) {
    for (const hear of this.#hear) hear(notice)
  }

  session = () => this.#answer('session', () => this.#session)

  #secrets = secrets((command, make) => this.#answer(command, make), {
    now: () => this.#session,
    set: (session) => (this.#session = session),
  })
  unlock = this.#secrets.unlock
  lock = this.#secrets.lock
  passphrase_change = this.#secrets.passphrase_change
  recovery_draw = this.#secrets.recovery_draw
  recovery_keep = this.#secrets.recovery_keep
  recovery_open = this.#secrets.recovery_open

  #invited() {
    this.#enrolment = {
      ...this.#enrolment,
      step: 'keys',
      institute: 'Institut de démonstration',
      registry: 'registre.institut-demo.example',
      expires_at: data.now + 9 * 86_400_000,
      phone: '01 99 00 12 34',
    }
  }

  #keyed() {
    this.#enrolment.step = 'digits'
    this.#enrolment.digits = ['48213', '90576', '11834', '62097']
    this.#enrolment.request_sent = true
  }

  enrol_status = () => this.#answer('enrol_status', () => this.#enrolment)

  enrol_begin = ({ code, token }: { code: string | null; token: string | null }) =>
    this.#answer('enrol_begin', () => {
      if (!token && (code ?? '').trim().length < 20) throw { code: 'invitation-unreadable', params: {} }
      this.#invited()
      return this.#enrolment
    })

  enrol_keys = ({ passphrase }: { passphrase: string | null }) =>
    this.#answer('enrol_keys', () => {
      if (!this.#enrolment.keyring && !passphrase) throw { code: 'passphrase-missing', params: {} }
      this.#keyed()
      return this.#enrolment
    })

  enrol_check = () =>
    this.#answer('enrol_check', () => {
      if (this.#enrolment.step === 'digits') {
        this.#enrolment.step = 'confirmation'
        this.#enrolment.typed_by = { name: 'Hélène Roy', at: data.now }
      } else if (this.#enrolment.typed_by) {
        this.#enrolment.step = 'done'
        this.#enrolment.countersigned_by = { name: 'Pr Jean Morel', at: data.now }
        this.#session = copy(data.session)
      }
      return this.#enrolment
    })

  enrol_cancel = () =>
    this.#answer(
      'enrol_cancel',
      () => (this.#enrolment = { ...this.#enrolment, step: 'invitation', digits: null }),
    )

  desk = () =>
    this.#answer('desk', () =>
      this.scene.desk === 'empty'
        ? { ...data.deskView, tasks: [], submitted: [], recused: [], next: [], changes: [] }
        : {
            ...data.deskView,
            tasks: [...data.deskView.tasks, ...((this.scene.role && data.duties[this.scene.role]) ?? [])],
          },
    )

  dossier_card = ({ dossier }: { dossier: string }) =>
    this.#answer('dossier_card', () => {
      const task = data.deskView.tasks.find((one) => one.dossier === dossier)
      return { ...this.#card, dossier, solution: task?.solution ?? this.#card.solution }
    })

  declare_interests = ({ interests }: { dossier: string; interests: C.Interest[] }) =>
    this.#answer('declare_interests', () => {
      this.#card.state = interests.length > 0 ? 'under-review' : 'waiting-key'
      this.#card.declared_at = data.now
      this.#card.renewal = {
        until: '2027-11-22',
        asked: false,
        ran_out: false,
        repeatable: true,
      }
      this.#card.links = interests
      this.#card.step_back = interests.length > 0 ? ['full'] : ['discuss', 'full']
      this.#notify({ kind: 'desk' })
      return this.#card
    })

  #forms = new Map<string, C.TypedForm>()

  form_kept = ({ dossier, form }: { dossier: string | null; form: string }) =>
    this.#answer('form_kept', () => this.#forms.get(`${dossier} ${form}`) ?? null)

  form_keep = ({ dossier, form, typed }: { dossier: string | null; form: string; typed: C.TypedForm }) =>
    this.#answer('form_keep', () => {
      this.#forms.set(`${dossier} ${form}`, typed)
      return { at: data.now, version: typed.version }
    })

  step_back = ({ level, reason }: { dossier: string; level: C.RecusalLevel; reason: string }) =>
    this.#answer('step_back', () => {
      if (level === 'full') this.#card.state = 'recused'
      this.#card.step_back = level === 'full' ? [] : ['full']
      this.#card.decided = { level, reason: reason.trim() || null, criteria: [], at: data.now }
      this.#notify({ kind: 'desk' })
      return this.#card
    })

  words_aside_save = () => this.#answer('words_aside_save', () => this.#wordsGone(true))

  words_aside_forget = () => this.#answer('words_aside_forget', () => this.#wordsGone(null))

  #wordsGone<T>(answer: T): T {
    this.#card.words_aside = false
    return answer
  }

  review_open = ({ dossier }: { dossier: string }) =>
    this.#answer('review_open', () => ({ ...this.#review, dossier }))

  /** What was saved last, for tests. */
  stored(criterion: string): C.Row | undefined {
    return this.#review.rows.find((row) => row.criterion === criterion)
  }

  review_save_row = ({ row }: { dossier: string; row: C.Row }) =>
    this.#answer('review_save_row', () => {
      const rows = this.#review.rows
      const at = rows.findIndex((one) => one.criterion === row.criterion)
      const before = rows[at]
      if (before && row.version < before.version) return { at: data.now, version: before.version }
      if (before) rows[at] = copy(row)
      else rows.push(copy(row))
      return { at: data.now, version: row.version }
    })

  review_save_note = ({ note }: { dossier: string; note: C.Note }) =>
    this.#answer('review_save_note', () => {
      this.#review.notes = this.#review.notes.filter((one) => one.id !== note.id)
      if (!note.removed) this.#review.notes.push(copy(note))
      return { at: data.now, version: note.version }
    })

  review_place = ({ place }: { dossier: string; place: C.Place }) =>
    this.#answer('review_place', () => {
      this.#review.place = place
      return null
    })

  /** Marks that are not those of the round before, and do not say why. */
  #unexplained(): string[] {
    const { former, rows } = this.#review
    const row = (code: string) => rows.find((one) => one.criterion === code)
    const changed = former.filter((one) => !sameMark(one.mark, row(one.criterion)?.mark ?? null))
    return changed
      .map((one) => one.criterion)
      .filter((code) => [...(row(code)?.why.trim() ?? '')].length < shortestWhy)
  }

  review_summary = () =>
    this.#answer('review_summary', () => {
      const { criteria } = this.#review.grid
      const row = (code: string) => this.#review.rows.find((one) => one.criterion === code)
      const marked = criteria.filter((one) => row(one.code)?.mark)
      return {
        unmarked: criteria.filter((one) => !row(one.code)?.mark).map((one) => one.code),
        without_evidence: marked
          .filter((one) => one.evidence !== 'none' && row(one.code)?.anchors.length === 0)
          .map((one) => one.code),
        not_applicable: marked.filter((one) => row(one.code)?.mark?.kind === 'na').map((one) => one.code),
        to_confirm: [],
        why_missing: this.#unexplained(),
        reason_missing: [],
        marked: marked.length,
        total: criteria.length,
        refusal: null,
      }
    })

  #seal() {
    const opened = this.scene.sheet === 'opened'
    const state = opened ? 'opened' : 'sealed'
    this.#review.sheet = { state, sealed_at: data.now, received: opened, may_take_back: !opened }
  }

  review_submit = () =>
    this.#answer('review_submit', () => {
      this.#seal()
      return this.#review.sheet
    })

  review_take_back = () =>
    this.#answer('review_take_back', () => {
      this.#review.sheet = { state: 'draft', sealed_at: null, received: false, may_take_back: false }
      return this.#review.sheet
    })

  async #bytes(file: string): Promise<Uint8Array> {
    let bytes = this.#files.get(file)
    if (!bytes) {
      if (file === 'f2' && this.scene.evidence) {
        bytes = new Uint8Array(await (await fetch(this.scene.evidence)).arrayBuffer())
      } else {
        const found = data.files.find((one) => one.file === file)
        bytes = found?.media === 'image' ? leafletPng() : textPdf(found?.title ?? '', data.pages[file] ?? 1)
      }
      this.#files.set(file, bytes)
    }
    return bytes
  }

  evidence_open = async ({ file }: { dossier: string; file: string }) => {
    const found = data.files.find((one) => one.file === file)
    if (found?.state === 'altered')
      throw { code: 'evidence-altered', params: { number: String(found.number) } }
    if (found?.state === 'fetching')
      throw { code: 'evidence-absent', params: { number: String(found.number) } }
    if (found?.media === 'reference')
      return this.#answer('evidence_open', () => ({
        bytes: found.bytes,
        media: 'application/vnd.citationstyles.csl+json',
      }))
    const bytes = await this.#bytes(file)
    const media = found?.media === 'image' ? 'image/png' : 'application/pdf'
    return this.#answer('evidence_open', () => ({ bytes: bytes.length, media }))
  }

  evidence_range = async ({
    file,
    begin,
    end,
  }: {
    dossier: string
    file: string
    begin: number
    end: number
  }) => {
    const bytes = await this.#bytes(file)
    return this.#answer('evidence_range', () => bytes.slice(begin, end).buffer as ArrayBuffer)
  }

  #versions = versions((command, make) => this.#answer(command, make), data.files, data.now)
  review_versions = this.#versions.review_versions
  evidence_versions = this.#versions.evidence_versions
  evidence_replace = this.#versions.evidence_replace

  take_out = () => this.#answer('take_out', () => true)
  reference_text = ({ page }: { page: number }) =>
    this.#answer('reference_text', () => `Essai randomisé, p. ${page}`)
  search = ({ words }: { words: string }) => this.#answer('search', () => search.search(this.#review, words))

  texts = () => this.#answer('texts', () => search.texts)

  texts_keep = () => this.#answer('texts_keep', () => 0)

  evidence_compare = () => this.#answer('evidence_compare', () => null)

  evidence_refetch = () => this.#answer('evidence_refetch', () => null)

  #receipt = copy(data.receipt)

  sync_now = () =>
    this.#answer('sync_now', () => {
      if (this.#session.network.state === 'offline') return this.#receipt
      const rows = this.#receipt.rows.map((row) => ({
        ...row,
        there: row.here,
        digest_there: row.digest_here,
        verdict: 'identical' as const,
      }))
      const network = { ...this.#session.network, waiting: 0, identical_at: data.now }
      this.#session.network = network
      this.#notify({ kind: 'network', network })
      this.#receipt = {
        ...this.#receipt,
        state: 'identical',
        rows,
        waiting: 0,
        compared_at: data.now,
        problem: null,
      }
      return this.#receipt
    })

  sync_receipt = () =>
    this.scene.network === 'online' ? this.sync_now() : this.#answer('sync_receipt', () => this.#receipt)

  receipts = () =>
    this.#answer('receipts', () =>
      [0, 3, 4].map((days, i) => ({
        at: data.now - days * 86_400_000 - 1_800_000,
        rows: [
          { what: 'sheets' as const, count: 7 - (i > 1 ? 1 : 0) },
          { what: 'marks' as const, count: 110 - 6 * i },
        ],
        state: 'identical' as const,
      })),
    )

  settings_get = () => this.#answer('settings_get', () => this.#settings)

  settings_set = ({ settings }: { settings: C.Settings }) =>
    this.#answer('settings_set', () => (this.#settings = settings))

  open_with_dialog = ({ kind }: { kind: C.FileKind }) =>
    this.#answer('open_with_dialog', () => ({ token: 't1', kind, name: `${kind}.pdf`, bytes: 48_000 }))

  opened_at_start = () => this.#answer('opened_at_start', () => null)

  verify_certificate = () => this.#answer('verify_certificate', () => data.verdicts[this.scene.verdict])

  #judging = judging((command, make) => this.#answer(command, make))
  interests_board = this.#judging.interests_board
  recusal_reach = this.#judging.recusal_reach
  judge_match = this.#judging.judge_match
  decide_interests = this.#judging.decide_interests

  #led = dossiers(
    (command, make) => this.#answer(command, make),
    () => this.scene.desk === 'empty',
    this.#judging.waiting,
  )
  dossiers = this.#led.dossiers
  reminders = this.#led.reminders
  save_calendar = this.#led.save_calendar
  counters = this.#led.counters
  dossier_page = this.#led.dossier_page
  preselect = this.#led.preselect
  take_step = this.#led.take_step
  candidates = this.#led.candidates
  assign = this.#led.assign
  open_round = this.#led.open_round
  rescore = this.#led.rescore
  close_intake = this.#led.close_intake
  accept_late = this.#led.accept_late

  #labels = labels((command, make) => this.#answer(command, make))
  labels = this.#labels.labels
  label_draft = this.#labels.label_draft
  label_preview = this.#labels.label_preview
  label_issue = this.#labels.label_issue
  label_move = this.#labels.label_move
  label_certificate = this.#labels.label_certificate
  label_save = this.#labels.label_save
  seal = this.#labels.seal
  seal_request = this.#labels.seal_request
  seal_answer = this.#labels.seal_answer
  seal_take = this.#labels.seal_take

  #own = own((command, make) => this.#answer(command, make), data.now)
  own_data = this.#own.own_data
  own_export = this.#own.own_export
  my_passages = () => this.#answer('my_passages', () => passagesOf(this.#review))
  own_work = this.#own.own_work
  paper_save = () => this.#answer('paper_save', () => true)
  #year = year((command, make) => this.#answer(command, make))
  year_figures = this.#year.year_figures
  table_save = this.#year.table_save
  #board = board(
    (command, make) => this.#answer(command, make),
    () => this.scene,
    data.now,
  )
  votes = this.#board.votes
  vote = this.#board.vote
  vote_cast = this.#board.vote_cast
  motions = this.#board.motions
  motion = this.#board.motion
  motion_table = this.#board.motion_table
  motion_close = this.#board.motion_close
  motion_what_if = this.#board.motion_what_if
  vote_reach = this.#board.vote_reach
  motion_record = this.#board.motion_record
  officer = this.#board.officer
  committee_step = this.#board.committee_step
  sheets_publish = this.#board.sheets_publish
  ballots_publish = this.#board.ballots_publish
  comparisons = this.#board.comparisons
  comparison = this.#board.comparison
  compare_revise = this.#board.compare_revise
  thread_post = this.#board.thread_post
  thread_settle = this.#board.thread_settle
  thread_draft = this.#board.thread_draft
  thread_seen = this.#board.thread_seen
  speech_say = () => this.#answer('speech_say', () => 'whole' as const)
  speech_stop = () => this.#answer('speech_stop', () => undefined)
  link_open = () => this.#answer('link_open', () => undefined)
  open_mail = () => this.#answer('open_mail', () => undefined)

  #intake = fakeIntake(
    (command, make) => this.#answer(command, make),
    (notice) => this.#notify(notice),
    // Read late: fields are made before the scene is known.
    new URLSearchParams(globalThis.location?.search ?? '').get('intake') ?? 'empty',
  )
  intake = this.#intake.intake
  intake_read = this.#intake.intake_read
  intake_add = this.#intake.intake_add
  intake_paste = this.#intake.intake_paste
  intake_paste_table = this.#intake.intake_paste_table
  intake_describe = this.#intake.intake_describe
  intake_description_save = this.#intake.intake_description_save
  intake_choose = this.#intake.intake_choose
  intake_columns = this.#intake.intake_columns
  intake_replace = this.#intake.intake_replace
  intake_take_out = this.#intake.intake_take_out
  intake_cleared = this.#intake.intake_cleared
  intake_study = this.#intake.intake_study
  intake_references = this.#intake.intake_references
  intake_references_take = this.#intake.intake_references_take
  intake_limits = this.#intake.intake_limits
  intake_limits_set = this.#intake.intake_limits_set
  intake_cancel = this.#intake.intake_cancel
  intake_accept = this.#intake.intake_accept
  to_examine = this.#intake.to_examine
  examination = this.#intake.examination
  examine = this.#intake.examine

  #people = fakePeople(
    (command, make) => this.#answer(command, make),
    new URLSearchParams(globalThis.location?.search ?? ''),
  )
  people = this.#people.people
  people_add = this.#people.people_add
  people_roles = this.#people.people_roles
  people_invite = this.#people.people_invite
  people_waiting = this.#people.people_waiting
  people_type = this.#people.people_type
  people_countersign = this.#people.people_countersign
  people_revoke = this.#people.people_revoke
  people_replace = this.#people.people_replace
  people_seat = this.#people.people_seat
  people_away = this.#people.people_away
  roster_preview = this.#people.roster_preview
  roster_import = this.#people.roster_import
  founding = this.#people.founding
  founding_key = this.#people.founding_key
  founding_propose = this.#people.founding_propose
  founding_sign = this.#people.founding_sign
  rules_bundled = this.#people.rules_bundled
  rules_own = this.#people.rules_own
  rules_try = this.#people.rules_try
  rules_try_out = this.#people.rules_try_out
  found_institute = () =>
    this.#answer('found_institute', () => {
      this.#session = { ...copy(data.session), single_officer: true }
      return this.#session
    })

  listen = async (hear: (notice: C.Notice) => void) => {
    this.#hear.push(hear)
    return () => {
      this.#hear = this.#hear.filter((one) => one !== hear)
    }
  }
}
