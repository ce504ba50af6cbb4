import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import App from '../../App.svelte'
import type { Interest, Renewal } from '../../ipc/contract'
import { FakeDesk } from '../../ipc/fake'
import { router } from '../../state/router.svelte'

const link: Interest = {
  category: 'speaking',
  entity: 'Souffle & Co',
  from: '2024',
  to: null,
  paid: 'no',
  text: 'Une conférence',
  identifier: null,
}
const renewal: Renewal = { until: '2026-12-10', asked: true, ran_out: false, repeatable: true }

/** The screen of interests with a declaration that stands so, and what is declared from it. */
async function year(standing: Partial<Renewal>, links: Interest[] | null = null) {
  const desk = new FakeDesk({
    card: 'open',
    answers: { dossier_card: { renewal: { ...renewal, ...standing }, links } },
  })
  const declared: Interest[][] = []
  const declare = desk.declare_interests
  desk.declare_interests = (asked) => {
    declared.push(asked.interests)
    return declare(asked)
  }
  router.home()
  render(App, { desk })
  await screen.findByRole('main')
  router.go({ screen: 'interests', dossier: 'oncosuivi' })
  return { declared, told: (await screen.findByTestId('interest-until')).textContent }
}

describe('the year of a declaration', () => {
  it('is only told while it has more than a month to go', async () => {
    const { told } = await year({ asked: false })
    expect(told).toContain('Valable jusqu’au 10 décembre 2026')
    expect(screen.queryByTestId('interest-same')).toBeNull()
  })

  it('is renewed with one press that declares the same links again', async () => {
    const { declared } = await year({}, [link])
    expect(screen.getByTestId('interest-year').textContent).toContain('Souffle & Co')
    await fireEvent.click(screen.getByTestId('interest-same'))
    await waitFor(() => expect(declared).toEqual([[link]]))
  })

  it('is renewed as nothing where nothing was declared', async () => {
    const { declared } = await year({ ran_out: true })
    expect(screen.getByTestId('interest-until').textContent).toContain('valait jusqu’au')
    await fireEvent.click(screen.getByTestId('interest-same'))
    await waitFor(() => expect(declared).toEqual([[]]))
  })

  it('cannot be repeated where this computer does not know what was declared', async () => {
    await year({ repeatable: false })
    expect(screen.queryByTestId('interest-same')).toBeNull()
    expect(screen.getByTestId('interest-again')).toBeTruthy()
  })
})
