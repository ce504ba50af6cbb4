import { beforeEach, describe, expect, it } from 'vitest'
import { speak } from '../i18n/index.svelte'
import { FakeDesk } from '../ipc/fake'
import type { Desk, Passage } from '../ipc/contract'
import { announcer } from './announce.svelte'
import { Examining, type Findings } from './examining.svelte'
import { toasts } from './toast.svelte'

const passage: Passage = {
  file: 'f2',
  page: 7,
  rects: [[70, 600, 450, 612]],
  quote: 'un comité d’adjudication indépendant',
  before: 'examiné par ',
  after: ', composé',
  region: false,
}

async function bench() {
  const desk: Desk = new FakeDesk({})
  const value = $state<Findings>({ rows: {} })
  const kept = { value, done: () => (value.rows = {}) }
  const examining = new Examining(await desk.examination({ dossier: 'oncosuivi' }), desk, kept)
  const row = (code: string) => {
    const found = examining.view.rows.find((one) => one.criterion === code)
    if (!found) throw new Error(code)
    return found
  }
  return { desk, examining, row }
}

beforeEach(() => {
  speak('fr')
  announcer.polite = ''
})

describe('examining', () => {
  it('opens the file that the publisher points at, and stays there for the next answer about it', async () => {
    const { examining, row } = await bench()
    examining.read(row('P1'))
    expect(examining.file).toBe('f1')
    examining.read(row('1.1'))
    expect(examining.file).toBe('f2')
    examining.reading.page = 7
    examining.read(row('2.3'))
    expect([examining.at, examining.file, examining.reading.page]).toEqual(['2.3', 'f2', 7])
  })
  it('takes no passage for an answer without a status, and says so', async () => {
    const { examining, row } = await bench()
    examining.read(row('1.1'))
    examining.cite(passage)
    expect(examining.count).toBe(0)
    expect(announcer.polite).toContain('1.1')
  })
  it('cites, shows the passage in the file, and takes it away again', async () => {
    const { examining, row } = await bench()
    examining.set(row('1.1'), { status: 'refuted', why: 'La pièce dit autre chose.' })
    examining.read(row('1.1'))
    examining.cite(passage)
    examining.cite({ ...passage, page: 2 })
    expect(examining.passages('f2').map((one) => one.passage.page)).toEqual([2, 7])
    expect(examining.passages('f1')).toEqual([])
    const first = examining.of(row('1.1')).anchors[0]
    examining.uncite(row('1.1'), first?.id ?? '')
    expect(examining.passages('f2').map((one) => one.passage.page)).toEqual([2])
  })
  it('takes back a passage that was cited or taken away, and gives it again', async () => {
    const { examining, row } = await bench()
    examining.set(row('1.1'), { status: 'refuted', why: 'La pièce dit autre chose.' })
    examining.read(row('1.1'))
    examining.cite(passage)
    const cited = examining.of(row('1.1')).anchors[0]
    examining.undo()
    expect(examining.of(row('1.1')).anchors).toEqual([])
    expect(examining.of(row('1.1')).status).toBe('refuted')
    examining.redo()
    expect(examining.of(row('1.1')).anchors).toEqual([cited])
    examining.uncite(row('1.1'), cited?.id ?? '')
    toasts.now?.action?.run()
    expect(examining.of(row('1.1')).anchors).toEqual([cited])
  })
  it('goes back to an answer that nobody touched, and undoes a reason by stretches', async () => {
    const { examining, row } = await bench()
    const untouched = examining.of(row('1.1')).status
    examining.set(row('1.1'), { status: 'refuted' })
    for (const why of ['E', 'Er', 'Err']) examining.set(row('1.1'), { why })
    examining.undo()
    expect(examining.of(row('1.1'))).toMatchObject({ status: 'refuted', why: '' })
    examining.undo()
    expect([examining.of(row('1.1')).status, examining.count]).toEqual([untouched, 0])
    examining.undo()
    expect(toasts.now?.text).toContain('Rien à annuler')
  })
  it('takes nothing back of what is recorded', async () => {
    const { desk, examining, row } = await bench()
    examining.set(row('1.1'), { status: 'confirmed' })
    examining.recorded(await desk.examine({ dossier: 'oncosuivi', rows: examining.rows() }))
    examining.undo()
    expect(examining.count).toBe(0)
  })
  it('records what was cited with the finding, and holds it from then on', async () => {
    const { desk, examining, row } = await bench()
    examining.set(row('1.1'), { status: 'corrected' })
    expect(examining.lack()).toContain('1.1')
    examining.set(row('1.1'), { value: '1', why: ' Établi page 7. ' })
    examining.read(row('1.1'))
    examining.cite(passage)
    expect(examining.lack()).toBeNull()
    examining.recorded(await desk.examine({ dossier: 'oncosuivi', rows: examining.rows() }))
    expect(examining.count).toBe(0)
    expect(row('1.1')).toMatchObject({
      status: 'corrected',
      why: 'Établi page 7.',
      corrected: { fr: 'Faible' },
    })
    expect(row('1.1').anchors[0]).toMatchObject(passage)
  })
  it('is only read by whoever does not examine', async () => {
    const { examining, row } = await bench()
    examining.set(row('1.1'), { status: 'confirmed' })
    examining.at = '1.1'
    expect(examining.readOnly).toBe(false)
    examining.view = { ...examining.view, may: false }
    expect(examining.readOnly).toBe(true)
  })
})
