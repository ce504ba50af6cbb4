// What `look` looks at, of the guided tour: see scenes.mjs.
import { answer, large, open, press, seen, zoomed } from './ways.mjs'

const patient = answer('session', {
  person: {
    name: 'Zoé Lambert',
    college: { fr: 'Associations de patients', en: 'Patient associations' },
    roles: ['reviewer'],
    density: 'comfortable',
  },
})

/** A tour at a step, begun from the palette. */
const at = (who, step, query) => ({
  name: `tour-${who}-${step}`,
  query,
  ready: open,
  sizes: [large, zoomed],
  act: async (page) => {
    await page.keyboard.press('Control+k')
    await press(`palette-tour-${who}`)(page)
    await seen(page, 'tour')
    for (let done = 1; done < step; done++) await press('tour-next')(page)
    if (who === 'reviewer' && step === 3) await seen(page, 'review-desk')
  },
})

export const tours = [
  { name: 'tour-offered', query: 'tour=offered', ready: '[data-testid="tour-offer"]' },
  {
    name: 'tour-offered-comfortable',
    query: `tour=offered&${patient}`,
    ready: '[data-testid="tour-offer"]',
    sizes: [large, zoomed],
  },
  ...[1, 2, 3, 5, 7].map((step) => at('reviewer', step, '')),
  ...[3, 6].map((step) => at('patient', step, patient)),
  ...[2, 3, 7].map((step) => at('secretariat', step, 'role=secretariat&intake=read')),
  ...[2, 5].map((step) => at('chair', step, 'role=chair')),
  ...[2, 4].map((step) => at('officer', step, 'role=officer&desk=officer')),
  {
    name: 'tour-elsewhere',
    ready: open,
    sizes: [large, zoomed],
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await press('palette-tour-reviewer')(page)
      await press('tour-next')(page)
      await page.keyboard.press('Control+,')
      await seen(page, 'tour-there')
    },
  },
]
