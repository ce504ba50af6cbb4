import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import InWindow from '../components/InWindow.svelte'
import { speak } from '../i18n/index.svelte'
import { FakeDesk } from '../ipc/fake'
import EvidencePane from '../screens/review/EvidencePane.svelte'
import TakeOut from '../screens/review/TakeOut.svelte'
import { Aloud } from '../state/aloud.svelte'
import { Review } from '../state/review.svelte'
import { toPage, toScreen } from './anchor'
import { planeOf } from './picture'

const picture = { width: 400, height: 300 }
const box = { left: 10, top: 20, right: 110, bottom: 70 }

describe('the space of a picture', () => {
  it('counts pixels from the lower left corner, whatever the zoom and the turn', () => {
    // A quarter of the picture, its upper right one, in CSS pixels of each turn.
    const corner = {
      0: { left: 200, top: 0, right: 400, bottom: 150 },
      90: { left: 150, top: 200, right: 300, bottom: 400 },
      180: { left: 0, top: 150, right: 200, bottom: 300 },
      270: { left: 0, top: 0, right: 150, bottom: 200 },
    } as const
    for (const rotation of [0, 90, 180, 270] as const) {
      const plane = planeOf(picture, { scale: 96 / 72, rotation })
      expect(toPage(corner[rotation], plane)).toEqual([200, 150, 400, 300])
      const larger = planeOf(picture, { scale: (2 * 96) / 72, rotation })
      expect(toScreen(toPage(box, larger), larger)).toEqual(box)
    }
  })

  it('is as large on the screen as its pixels at 100 %, on its side when turned', () => {
    expect(planeOf(picture, { scale: 96 / 72, rotation: 0 })).toMatchObject({ width: 400, height: 300 })
    expect(planeOf(picture, { scale: 96 / 72, rotation: 90 })).toMatchObject({ width: 300, height: 400 })
  })
})

class Seen {
  naturalWidth = 640
  naturalHeight = 480
  onload: (() => void) | null = null
  onerror: (() => void) | null = null
  set src(_: string) {
    queueMicrotask(() => this.onload?.())
  }
}
class Broken extends Seen {
  override set src(_: string) {
    queueMicrotask(() => this.onerror?.())
  }
}

async function opened(image: typeof Seen) {
  vi.stubGlobal('Image', image)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  const desk = new FakeDesk({})
  const review = new Review(desk, await desk.review_open({ dossier: 'd1' }))
  review.reading.choose('f5')
  const onregion = vi.fn()
  const given = {
    review,
    aloud: new Aloud(desk),
    viewer: null,
    act: vi.fn(),
    zoom: vi.fn(),
    onnote: vi.fn(),
    onregion,
  }
  render(InWindow, { props: { desk, part: EvidencePane as never, given } })
  return { desk, review, onregion }
}

describe('a picture as evidence', () => {
  beforeEach(() => speak('fr'))
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('takes a region by the keyboard, which asks what it shows', async () => {
    const { onregion } = await opened(Seen)
    await screen.findByTestId('evidence-image')
    expect(screen.queryByTestId('tool-find')).toBeNull()
    expect(screen.queryByTestId('tool-aloud')).toBeNull()
    await fireEvent.click(screen.getByTestId('tool-region'))
    const region = await screen.findByTestId('region')
    expect(document.activeElement).toBe(region)
    const left = region.style.left
    await fireEvent.keyDown(region, { key: 'ArrowRight' })
    expect(region.style.left).not.toBe(left)
    await fireEvent.keyDown(region, { key: 'Enter' })
    expect(onregion).toHaveBeenCalledOnce()
  })

  it('takes a region by the pointer, from corner to corner', async () => {
    const { onregion } = await opened(Seen)
    await fireEvent.click(await screen.findByTestId('tool-region'))
    const sheet = await screen.findByTestId('region-sheet-1')
    sheet.setPointerCapture = () => undefined
    sheet.getBoundingClientRect = () => ({ left: 0, top: 0, width: 640, height: 480 }) as DOMRect
    await fireEvent.pointerDown(sheet, { clientX: 64, clientY: 48 })
    await fireEvent.pointerMove(sheet, { clientX: 320, clientY: 240 })
    await fireEvent.pointerUp(sheet)
    expect(onregion).toHaveBeenCalledOnce()
    const region = screen.getByTestId('region')
    expect([region.style.left, region.style.width]).toEqual(['10%', '40%'])
  })

  it('shows what was cited of it where it stands, with its criterion', async () => {
    const { review } = await opened(Seen)
    await screen.findByTestId('evidence-image')
    review.cite({
      file: 'f5',
      page: 1,
      rects: [[320, 240, 640, 480]],
      quote: 'La courbe.',
      before: '',
      after: '',
      region: true,
    })
    const mark = await screen.findByText(review.at, { selector: 'button.code' })
    expect(mark.getAttribute('aria-label')).toContain('La courbe.')
    const drawn = document.querySelector('svg rect.region')
    // The picture is 640 pixels wide and has room for them: pixel by pixel.
    expect(['x', 'y', 'width', 'height'].map((name) => Number(drawn?.getAttribute(name)))).toEqual([
      320, 0, 320, 240,
    ])
  })

  it('says that it cannot be shown when it is damaged', async () => {
    await opened(Broken)
    await waitFor(() => expect(screen.getByText(/image est abîmée/)).toBeTruthy())
    expect(screen.queryByTestId('tool-region')).toBeNull()
  })

  it('says why there is no annotated copy of it', async () => {
    const desk = new FakeDesk({})
    const review = new Review(desk, await desk.review_open({ dossier: 'd1' }))
    review.reading.choose('f5')
    render(InWindow, { props: { desk, part: TakeOut as never, given: { review } } })
    expect(screen.getByTestId('take-picture').textContent).toMatch(/ne porte pas d’annotations/)
    expect(screen.queryByTestId('take-annotated')).toBeNull()
    expect(screen.getByTestId('take-csv')).toBeTruthy()
  })
})
