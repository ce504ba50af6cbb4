import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import { FakeDesk } from '../../ipc/fake'
import { announcer } from '../../state/announce.svelte'
import { router } from '../../state/router.svelte'
import { history } from './words'

let desk: FakeDesk

async function shown(): Promise<void> {
  router.home()
  render(App, { desk })
  await waitFor(() => expect(screen.getByRole('main')).toBeTruthy())
  router.go({ screen: 'compare', dossier: 'diabete' })
  await waitFor(() => expect(screen.getByTestId('thread')).toBeTruthy())
}
const twin = (key: string) =>
  fireEvent.keyDown(document.body, {
    key,
    code: `Key${key.toUpperCase()}`,
    ctrlKey: true,
    shiftKey: true,
  })
const field = () => screen.getByTestId<HTMLTextAreaElement>('thread-text')
const cell = async () => {
  const view = await desk.comparison({ dossier: 'diabete', round: null })
  return view.opened?.criteria.find((one) => one.code === '2.5')
}

beforeEach(() => {
  desk = new FakeDesk()
})

describe('agreement over all criteria', () => {
  it('is told with its basis and what it lets one conclude, and why a measure is undefined', async () => {
    await shown()
    expect(screen.getByTestId('agreement-basis').textContent).toContain(
      '217 notes de 20 évaluateurs sur 11 critères',
    )
    expect(screen.getByTestId('agreement-alpha-ordinal').textContent).toMatch(/0,31\s+insuffisant/)
    expect(screen.getByTestId('agreement-icc2-1').textContent).toContain('n’est pas complet')
  })
})

describe('passages read in opposite ways', () => {
  it('are a list that leads to the criterion, and to the passage in its file', async () => {
    await shown()
    const list = screen.getByTestId('opposed')
    expect(list.textContent).toMatch(/sens opposés\s+1/)
    expect(list.textContent).toContain('6 fiches le citent')
    await fireEvent.click(screen.getByTestId('compare-next'))
    await waitFor(() => expect(screen.queryByTestId('compare-same')).toBeNull())
    await fireEvent.click(screen.getByTestId('opposed-2.5'))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('compare-criterion')))
    expect(screen.getByTestId('compare-same')).toBeTruthy()
    await fireEvent.click(screen.getByTestId('opposed-open-2.5'))
    await waitFor(() =>
      expect(router.now).toMatchObject({
        screen: 'review',
        criterion: '2.5',
        spot: { kind: 'place', passage: { file: 'f2', page: 9 } },
      }),
    )
  })

  it('say that there are none', async () => {
    const whole = desk.comparison
    desk.comparison = async (asked) => {
      const view = await whole(asked)
      const opened = view.opened && {
        ...view.opened,
        criteria: view.opened.criteria.map((one) => ({ ...one, same: [] })),
      }
      return { ...view, opened }
    }
    await shown()
    expect(screen.getByTestId('opposed-none').textContent).toContain('Aucun passage')
  })
})

describe('the discussion of a criterion', () => {
  it('names who speaks as the columns do, and says what is new', async () => {
    await shown()
    const first = screen.getByTestId('thread-word-0')
    expect(first.textContent).toContain('évaluateur 9')
    expect(first.textContent).toContain('Recherche')
    expect(screen.getByTestId('talk-2.5').textContent).toMatch(/3 messages|1 nouveau message/)
  })

  it('is reached and posted to from the keyboard, and keeps each word until then', async () => {
    await shown()
    await twin('d')
    await waitFor(() => expect(document.activeElement).toBe(field()))
    await fireEvent.input(field(), { target: { value: 'Je l’ai lue' } })
    await waitFor(async () => expect((await cell())?.thread.draft?.text).toBe('Je l’ai lue'))
    await fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true })
    await waitFor(() => expect(screen.getByTestId('thread-word-3').textContent).toContain('Je l’ai lue'))
    expect(screen.getByTestId('thread-word-3').textContent).toContain('à envoyer')
    expect(field().value).toBe('')
    expect(announcer.polite).toContain('à envoyer')
  })

  it('answers a message by name, and takes the answer back', async () => {
    await shown()
    await fireEvent.click(screen.getByTestId('thread-reply-1'))
    await waitFor(() => expect(screen.getByText(/En réponse à évaluateur 14$/)).toBeTruthy())
    await fireEvent.click(screen.getByTestId('thread-reply-stop'))
    await waitFor(() => expect(screen.queryByTestId('thread-reply-stop')).toBeNull())
  })

  it('says what went wrong and keeps what was typed', async () => {
    desk = new FakeDesk({ failing: { thread_post: 'refusal-wrong-stage' } })
    await shown()
    await fireEvent.input(field(), { target: { value: 'Trop tard ?' } })
    await fireEvent.click(screen.getByTestId('thread-send'))
    await waitFor(() => expect(screen.getByTestId('thread-problem').textContent).toContain('étape'))
    expect(field().value).toBe('Trop tard ?')
  })

  it('can be read and no longer written once the rules say so', async () => {
    const whole = desk.comparison
    desk.comparison = async (asked) => {
      const view = await whole(asked)
      if (view.opened) view.opened.talk_refusal = { code: 'refusal-wrong-stage', params: {} }
      return view
    }
    await shown()
    expect(screen.getByTestId('thread-closed').textContent).toContain('close')
    expect(screen.queryByTestId('thread-text')).toBeNull()
    expect(screen.getByTestId('thread-word-2')).toBeTruthy()
  })
})

describe('changing my mark', () => {
  it('asks for the new mark and a line of why, and keeps the first mark in sight', async () => {
    await shown()
    await twin('m')
    await waitFor(() => expect(screen.getByTestId('compare-change-form')).toBeTruthy())
    expect(screen.getByTestId<HTMLInputElement>('change-1').checked).toBe(true)
    await fireEvent.click(screen.getByTestId('change-2'))
    await fireEvent.input(screen.getByTestId('change-why'), {
      target: { value: 'L’annexe C m’a convaincue.' },
    })
    await fireEvent.submit(screen.getByTestId('compare-change-form'))
    await waitFor(() => expect(screen.getByTestId('history-4').textContent).toMatch(/^1, puis 2 le /))
    expect((await cell())?.mine).toEqual({ kind: 'option', option: '2' })
    expect(screen.getByTestId('compare-change').textContent).toContain('Changer ma note (2)')
    expect(screen.getByTestId('row-2.5').innerHTML).toContain('changée depuis l’ouverture')
    expect(announcer.polite).toContain('note 2')
  })

  it('does not take the same mark for a change', async () => {
    await shown()
    await fireEvent.click(screen.getByTestId('compare-change'))
    await waitFor(() => expect(screen.getByTestId('compare-change-form')).toBeTruthy())
    await fireEvent.submit(screen.getByTestId('compare-change-form'))
    await waitFor(() => expect(screen.getByTestId('change-problem').textContent).toContain('déjà votre note'))
    await fireEvent.click(screen.getByTestId('change-cancel'))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('compare-change')))
  })

  it('is refused in words once the question is put to the vote', async () => {
    const whole = desk.comparison
    desk.comparison = async (asked) => {
      const view = await whole(asked)
      if (view.opened) view.opened.change_refusal = { code: 'refusal-wrong-stage', params: {} }
      return view
    }
    await shown()
    expect(screen.getByTestId('compare-change-refused').textContent).toContain('mise aux voix')
    expect(screen.queryByTestId('compare-change')).toBeNull()
  })

  it('tells a mark that was changed twice in its order', () => {
    const mark = (points: string) => ({
      cell: { kind: 'mark' as const, points, words: null, ink: 0, changed: false },
      at: Date.UTC(2026, 10, 24, 12),
      why: '',
      received: true,
    })
    const voice = {
      column: 0,
      reason: '',
      cited: [],
      first: mark('1').cell,
      changes: [mark('2'), mark('1.5')],
      before: null,
    }
    expect(history(voice)).toBe('1, puis 2 le 24 nov., puis 1,5 le 24 nov.')
  })
})
