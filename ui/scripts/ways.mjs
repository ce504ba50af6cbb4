// How a scene gets to where it is looked at. Every way works at every width.

/** A click on what a test identifier names. */
export const press = (id) => (page) => page.click(`[data-testid="${id}"]`)

/** Waits for what a test identifier names. */
export const seen = (page, id) => page.waitForSelector(`[data-testid="${id}"]`)

/** Goes to a screen by the palette, which every width has. */
export async function go(page, screen) {
  await page.keyboard.press('Control+k')
  await seen(page, 'palette-input')
  await press(`palette-screen-${screen}`)(page)
}

/** What shows on My desk, at every width, once the desk is open. */
export const open = '[data-testid="desk-title"]'

/** Width and height of a picture. */
export const large = [1280, 800]
/** Two panes. */
export const middle = [1024, 640]
/** 1280 × 800 at 200 %. */
export const zoomed = [640, 400]

/** Where only the width of the text can go wrong. */
export const short = [large, zoomed]

/** Part of the address: what a command answers instead. */
export const answer = (command, value) => `answer=${command}:${encodeURIComponent(JSON.stringify(value))}`
