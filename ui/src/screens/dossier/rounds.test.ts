import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import type { ComparisonView, ReviewView } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import { router, type Route } from '../../state/router.svelte'

let desk: FakeDesk

async function shown(route: Route, testid: string): Promise<void> {
  router.home()
  render(App, { desk })
  await waitFor(() => expect(screen.getByRole('main')).toBeTruthy())
  router.go(route)
  await waitFor(() => expect(screen.getByTestId(testid)).toBeTruthy())
}

beforeEach(() => {
  desk = new FakeDesk()
})

describe('another round, on the page of a dossier', () => {
  it('says what the stop rule says and what follows, asks once, and begins', async () => {
    desk = new FakeDesk({ role: 'chair' })
    const asked: { deadline: number }[] = []
    const whole = desk.rescore
    desk.rescore = (a) => {
      asked.push(a)
      return whole(a)
    }
    await shown({ screen: 'dossier', dossier: 'diabete' }, 'section-rescore')
    expect(screen.getByTestId('rescore-stop').textContent).toContain('4 critères sont à discuter')
    expect(screen.getByTestId('rescore-of').textContent).toContain('3 au plus')
    await fireEvent.input(screen.getByTestId('rescore-deadline'), { target: { value: '2020-01-01T10:00' } })
    await fireEvent.click(screen.getByTestId('rescore-open'))
    expect(screen.getByTestId('rescore-wrong').textContent).toContain('à venir')
    await fireEvent.input(screen.getByTestId('rescore-deadline'), { target: { value: '2026-12-20T18:00' } })
    await fireEvent.click(screen.getByTestId('rescore-open'))
    await waitFor(() => expect(screen.getByTestId('rescore-confirm')).toBeTruthy())
    const said = screen.getByTestId('rescore-confirm').textContent
    for (const part of ['une ligne de motif', 'déport', 'personne ne lit', 'note du comité'])
      expect(said).toContain(part)
    expect(asked).toEqual([])
    await fireEvent.click(screen.getByTestId('rescore-confirm-go'))
    await waitFor(() => expect(announcer.polite).toContain('2e tour ouvert'))
    expect(asked).toHaveLength(1)
    expect(screen.getByTestId('passed-rescore')).toBeTruthy()
    expect(screen.queryByTestId('section-rescore')).toBeNull()
  })

  it('offers nothing once the last round is done, and says why', async () => {
    desk = new FakeDesk({ role: 'chair' })
    const whole = desk.dossier_page
    desk.dossier_page = async (asked) => {
      const page = await whole(asked)
      page.steps = [{ kind: 'rescore', problem: { code: 'round.last-round-done', params: {} } }]
      if (page.round?.stop)
        page.round = { ...page.round, number: 3, stop: { ...page.round.stop, code: 'last-round' } }
      return page
    }
    await shown({ screen: 'dossier', dossier: 'diabete' }, 'section-rescore')
    expect(screen.getByTestId('rescore-why').textContent).toContain('dernier tour')
    expect(screen.getByTestId('rescore-stop').textContent).toContain('le vote décide')
    expect(screen.queryByTestId('rescore-open')).toBeNull()
  })
})

describe('a second round on the review desk', () => {
  const again = (view: ReviewView): ReviewView => ({
    ...view,
    round: 2,
    former: view.rows.map(({ criterion, mark }) => ({ criterion, mark })),
  })
  beforeEach(() => {
    desk = new FakeDesk({ network: 'online' })
    const whole = desk.review_open
    desk.review_open = async (asked) => again(await whole(asked))
  })

  it('shows the former mark, and asks a line of why once the mark changes', async () => {
    await shown({ screen: 'review', dossier: 'oncosuivi', criterion: '2.3' }, 'former')
    expect(screen.getByTestId('review-round').textContent).toContain('2e tour')
    expect(screen.getByTestId('banner-again').textContent).toContain('tour précédent')
    expect(screen.getByTestId('former-mark').textContent).toMatch(/Au tour précédent\s: 3 · Note inchangée/)
    expect(screen.queryByTestId('why')).toBeNull()
    await fireEvent.click(screen.getByTestId('mark-1'))
    await waitFor(() => expect(screen.getByTestId('why')).toBeTruthy())
    await fireEvent.input(screen.getByTestId('why'), { target: { value: 'L’annexe C m’a convaincue.' } })
    await waitFor(() => expect(desk.stored('2.3')?.why).toBe('L’annexe C m’a convaincue.'))
    // Back at the former mark there is nothing to explain; what was typed is not lost.
    await fireEvent.click(screen.getByTestId('mark-3'))
    await waitFor(() => expect(screen.queryByTestId('why')).toBeNull())
    await fireEvent.click(screen.getByTestId('mark-1'))
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('why').value).toContain('annexe C'))
  })
})

describe('the comparison of a second round', () => {
  const second = (view: ComparisonView, round: number | null): ComparisonView => {
    const opened = view.opened
    const voice = opened?.criteria[0]?.voices[0]
    const mark = (points: string) => ({ kind: 'mark' as const, points, words: null, ink: 0, changed: false })
    if (opened && voice && round === null) {
      opened.changed = 1
      voice.before = { from: mark('3'), to: mark('1'), why: 'L’annexe C m’a convaincue.' }
    }
    const rounds = [1, 2].map((number) => ({ number, at: view.now - 86_400_000 }))
    return { ...view, round: round ?? 2, rounds }
  }
  const playing = (change: (view: ComparisonView, round: number | null) => ComparisonView) => {
    const whole = desk.comparison
    desk.comparison = async (asked) => change(await whole(asked), asked.round)
  }

  const firstCode = async () =>
    (await desk.comparison({ dossier: 'diabete', round: null })).opened?.criteria[0]?.code

  it('tells each changed mark with its why, and the first round can be read again', async () => {
    playing(second)
    await shown({ screen: 'compare', dossier: 'diabete' }, 'thread')
    expect(screen.getByTestId('compare-rescored').textContent).toContain('Une note changée')
    expect(screen.getByTestId('rescored-0').textContent).toContain('3 au tour précédent, 1 à ce tour')
    const row = screen.getByTestId(`row-${String(await firstCode())}`)
    expect(row.innerHTML).toContain('changée depuis le tour précédent')
    expect(screen.getByTestId('voice-0').textContent).toContain('annexe C m’a convaincue')
    await fireEvent.click(screen.getByTestId('compare-round-1'))
    await waitFor(() =>
      expect(screen.getByTestId('compare-round-look').textContent).toContain('premier tour'),
    )
    expect(announcer.polite).toContain('Premier tour')
    expect(screen.queryByTestId('rescored-0')).toBeNull()
    await fireEvent.click(screen.getByTestId('compare-round-2'))
    await waitFor(() => expect(screen.getByTestId('rescored-0')).toBeTruthy())
  })

  it('says that a new round is sealed while the one before is read', async () => {
    playing((view) => {
      const followed = { code: 'round.followed', params: {} }
      if (view.opened) Object.assign(view.opened, { change_refusal: followed, talk_refusal: followed })
      return { ...view, sealed: { number: 2, opens_at: view.now + 86_400_000 } }
    })
    await shown({ screen: 'compare', dossier: 'diabete' }, 'thread-closed')
    expect(screen.getByTestId('compare-round-sealed').textContent).toContain('2e tour est en cours')
    expect(screen.getByTestId('compare-change-refused').textContent).toContain('suivi d’un autre')
    expect(screen.getByTestId('thread-closed').textContent).toContain('suivi d’un autre')
  })
})
