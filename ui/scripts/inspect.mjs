// What may never be on a screen, as a list of sentences; empty when all is well.

/** Runs in the page: contrast and size of each text, overflow to the side, bare keys. */
function walk() {
  const found = []
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  const rgba = (color) => {
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = color
    brush.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => {
      const s = v / 255
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const behind = (element) => {
    let under = [255, 255, 255]
    const layers = []
    for (let e = element; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor)
      if (c[3] > 0) layers.push(c)
      if (c[3] === 1) break
    }
    for (const [r, g, b, a] of layers.reverse())
      under = [r * a + under[0] * (1 - a), g * a + under[1] * (1 - a), b * a + under[2] * (1 - a)]
    return under
  }
  const shown = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const style = getComputedStyle(element)
    return style.clipPath === 'none' && !element.closest('.unseen, .skip, .textLayer, svg.marks')
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent.trim()
    const element = node.parentElement
    if (!text || !element || !shown(element)) continue
    const style = getComputedStyle(element)
    const size = parseFloat(style.fontSize)
    if (size < 12) found.push(`text of ${size} px: ${text.slice(0, 40)}`)
    if (text.includes('{$')) found.push(`bare variable: ${text.slice(0, 60)}`)
    if (/\[[a-z]+(-[a-z0-9]+)+\]/.test(text)) found.push(`bare key: ${text}`)
    if (
      / [:;?!%»]|« /.test(text) &&
      document.documentElement.lang === 'fr' &&
      document.body.dataset.typography
    )
      found.push(`ordinary space: ${text.slice(0, 60)}`)
    const ink = rgba(style.color)
    const ground = behind(element)
    const [a, b] = [light(ink), light(ground)]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (ratio < 4.5) found.push(`contrast ${ratio.toFixed(2)}: ${text.slice(0, 40)}`)
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && !element.closest('[data-scrolls]'))
      found.push(`outside the window: ${text.slice(0, 40)}`)
  }
  for (const element of document.querySelectorAll('input, textarea')) {
    if (shown(element) && parseFloat(getComputedStyle(element).fontSize) < 12) found.push('field under 12 px')
  }
  const root = document.documentElement
  if (root.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth)
    found.push(`overflow: ${root.scrollWidth} px`)
  for (const element of document.querySelectorAll('main, .pane, [data-pane], dialog')) {
    if (!element.matches('[data-scrolls]') && element.scrollWidth > element.clientWidth + 1)
      found.push(
        `overflow in ${element.className || element.tagName}: ${element.scrollWidth} > ${element.clientWidth}`,
      )
  }
  for (const element of document.querySelectorAll('button, select, [role=radio], [role=option], summary')) {
    if (!shown(element)) continue
    const box = element.getBoundingClientRect()
    const least = element.closest('.comfortable') && !element.classList.contains('link') ? 44 : 24
    if (box.height > 0 && (box.height < least - 0.5 || box.width < 24 - 0.5))
      found.push(
        `target ${box.width.toFixed(0)}×${box.height.toFixed(0)}: ${element.dataset.testid ?? element.textContent.trim()}`,
      )
  }
  return found
}

/**
 * Runs in the page, beside axe: what is written on a control is in its name, in one piece. Axe's own rule looks only where
 * a name was given, not at the words beside a box, and at nothing that has to be scrolled to.
 */
function nameless() {
  const { axe } = window
  const bare = (said) =>
    said
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
  const written = (element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, ({ parentElement: of }) =>
      of.checkVisibility({ visibilityProperty: true }) && !of.closest('.unseen')
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP,
    )
    let said = ''
    while (texts.nextNode()) said += texts.currentNode.data
    return said.trim()
  }
  const controls = 'a[href], button, summary, input, [role=tab], [role=radio], [role=option]'
  axe.setup(document)
  const found = [...document.querySelectorAll(controls)].flatMap((element) => {
    const text = written(element.labels?.[0] ?? element)
    const name = axe.commons.text.accessibleText(element)
    // Behind a dialog nothing has a name; elsewhere axe asks for one.
    return name === '' || bare(name).includes(bare(text)) ? [] : [`written "${text}", named "${name}"`]
  })
  axe.teardown()
  return found
}

export async function inspect(page, axe) {
  const found = await page.evaluate(walk)
  // Through the debugger, since the page's policy forbids a foreign script, as it should.
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // Experimental to axe, so off unless named.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    })
    return violations.map(
      (one) =>
        `axe ${one.id}: ${one.nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 140))
          .join(' | ')}`,
    )
  })
  return [...found, ...violations, ...(await page.evaluate(nameless))]
}
