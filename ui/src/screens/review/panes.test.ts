import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import { FakeDesk } from '../../ipc/fake'
import { layout } from '../../state/layout.svelte'
import { choices, defaults } from '../../state/settings.svelte'
import Splitter from './Splitter.svelte'

const own = { list: 222, panel: 384 }
beforeEach(() => speak('fr'))
afterEach(() => {
  layout.panes = { ...own }
  choices.now = defaults
})

it('a pane that was widened is as wide at the next start', async () => {
  const desk = new FakeDesk()
  await choices.load(desk)
  render(Splitter, {
    props: {
      name: 'Pièces',
      least: 180,
      most: 360,
      side: 'before',
      settled: () => choices.keepPanes(),
      get width() {
        return layout.panes.list
      },
      set width(value: number) {
        layout.panes.list = value
      },
    },
  })
  const edge = screen.getByTestId('splitter-before')
  await fireEvent.keyDown(edge, { key: 'ArrowRight' })
  await fireEvent.keyDown(edge, { key: 'ArrowRight' })
  await waitFor(async () => expect((await desk.settings_get()).panes).toEqual({ list: 254, panel: 384 }))

  // The next start: the window knows nothing but what the device kept.
  layout.panes = { ...own }
  await choices.load(desk)
  expect(layout.panes).toEqual({ list: 254, panel: 384 })
})

it('a pane that was never moved stays as the screen wants it', async () => {
  await choices.load(new FakeDesk())
  expect(choices.now.panes).toBeNull()
  expect(layout.panes).toEqual(own)
})
