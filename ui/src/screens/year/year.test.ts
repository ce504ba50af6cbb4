import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import InWindow from '../../components/InWindow.svelte'
import { speak } from '../../i18n/index.svelte'
import type { YearView } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { placesOf } from '../../state/places'
import { announcer } from '../../state/announce.svelte'
import { toasts } from '../../state/toast.svelte'
import YearScreen from './YearScreen.svelte'
import { rowsOf } from './words'

async function open(change: (view: YearView) => void = () => {}) {
  const desk = new FakeDesk({ role: 'secretariat' })
  const figures = desk.year_figures
  const asked: (number | null)[] = []
  desk.year_figures = async (of) => {
    asked.push(of.year)
    const view = structuredClone(await figures(of))
    change(view)
    return view
  }
  render(InWindow, { props: { desk, part: YearScreen as never, given: {} } })
  await waitFor(() => expect(screen.getByTestId('year-choose')).toBeTruthy())
  return { desk, asked }
}

const cells = (table: string, row: string) => {
  const head = within(screen.getByTestId(`year-${table}`)).getByRole('rowheader', { name: row })
  return [...(head.parentElement?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent?.trim())
}

beforeEach(() => {
  speak('fr')
  announcer.polite = ''
  toasts.close()
})
afterEach(cleanup)

describe('the year’s figures', () => {
  it('are for those who lead the board or act as its chair', () => {
    const has = (role: Parameters<typeof placesOf>[0][number]) =>
      placesOf([role]).some((place) => place.screen === 'year')
    expect((['secretariat', 'chair', 'acting-chair'] as const).every(has)).toBe(true)
    expect((['reviewer', 'vice-chair', 'officer', 'examiner'] as const).some(has)).toBe(false)
  })

  it('say each rate as its numbers, and in percent only from ten dossiers on', async () => {
    await open()
    expect(screen.getByTestId('year-title').textContent).toContain('Bilan 2026')
    const granted = cells('first-quarter', 'Label accordé')
    expect(granted.slice(0, 2)).toEqual(['1 sur 2', '2 sur 5'])
    expect(granted[4]).toMatch(/6 sur 12 \(50.%\)/)
    expect(cells('durations', 'De la réception à la décision')).toEqual(['12', '58', '71', '90,5'])
    expect(screen.getAllByTestId('year-note')[0]?.textContent).toContain('médiane 11 sur 20')
    expect(screen.getAllByText('Grille illustrative, ce n’est pas le score MDS').length).toBe(2)
  })

  it('say why a figure about few people is not there', async () => {
    await open()
    const alpha = cells('agreement', 'α de Krippendorff, médiane')
    expect(alpha[3]).toBe('trop peu de personnes pour être montré')
    expect(screen.getByTestId('year-few').textContent).toContain('moins de 5 personnes')
  })

  it('are broken down as is chosen, one table of each kind at a time', async () => {
    await open()
    await fireEvent.change(screen.getByTestId('year-split'), { target: { value: 'class' } })
    await waitFor(() => expect(screen.getByTestId('year-first-class')).toBeTruthy())
    expect(screen.queryByTestId('year-first-quarter')).toBeNull()
    expect(screen.getAllByRole('columnheader', { name: 'Classe B' }).length).toBe(2)
  })

  it('of another year are asked for and announced once; a year without decisions says so', async () => {
    const { asked } = await open()
    await fireEvent.change(screen.getByTestId('year-choose'), { target: { value: '2024' } })
    await waitFor(() => expect(screen.getByTestId('year-none')).toBeTruthy())
    expect(asked).toEqual([null, 2024])
    expect(announcer.polite).toContain('aucune première décision')
    expect(screen.queryByTestId('year-first-quarter')).toBeNull()
    expect(screen.getByTestId('year-happened-quarter')).toBeTruthy()
  })

  it('that take their time say so', async () => {
    render(InWindow, {
      props: {
        desk: new FakeDesk({ role: 'secretariat', failing: { year_figures: 'never' } }),
        part: YearScreen as never,
        given: {},
      },
    })
    expect(screen.getByTestId('year-busy').textContent).toBe('')
    await waitFor(() => expect(screen.getByTestId('year-busy').textContent).toContain('Calcul'))
  })

  it('say how many dossiers cannot be read here', async () => {
    await open((view) => (view.unread = 2))
    expect(screen.getByTestId('year-unread').textContent).toContain('2 dossiers')
  })

  it('are saved with every breakdown, each table once, and a failure is said', async () => {
    const { desk } = await open()
    let rows: string[][] = []
    desk.table_save = async (a) => {
      rows = a.rows
      expect(a.name).toBe('bilan-2026.csv')
      return true
    }
    await fireEvent.click(screen.getByTestId('year-save'))
    await waitFor(() => expect(rows.length).toBeGreaterThan(20))
    const captions = rows.map((row) => row[0])
    for (const caption of ['par trimestre', 'par label', 'par classe HAS'])
      expect(captions.filter((one) => one === `Première décision, ${caption}`).length).toBe(1)
    expect(captions.filter((one) => one === 'Votes clos dans l’année').length).toBe(1)
    expect(rows.flat()).toContain('trop peu de personnes pour être montré')
    expect(rows.flat().some((cell) => cell.startsWith('Deux repères connus'))).toBe(true)
    desk.table_save = async () => {
      throw { code: 'read-only', params: {} }
    }
    await fireEvent.click(screen.getByTestId('year-save'))
    await waitFor(() => expect(screen.getByTestId('year-wrong')).toBeTruthy())
  })

  it('read in English, with nothing left untranslated', async () => {
    speak('en')
    const desk = new FakeDesk({})
    const said = rowsOf(await desk.year_figures({ year: null })).flat()
    expect(said.filter((cell) => /^\[|^[a-z]+-[a-z-]+$/.test(cell))).toEqual([])
    expect(said).toContain('Median majority')
  })

  it('have nothing that keeps a screen reader out', async () => {
    await open()
    const found = await axe.run(document.body, {
      // The page itself is not here: no landmarks, and nothing is painted.
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    })
    expect(found.violations.map((one) => one.id)).toEqual([])
  })
})
