// What is wrong with what is shown now, in words; an empty list is what is wanted. The argument lists message keys.
const keys = new Set(arguments[0])
const faults = []
const name = (element) =>
  element.tagName.toLowerCase() + (element.dataset?.testid ? `[${element.dataset.testid}]` : `.${element.className}`)

const wide = document.documentElement.scrollWidth - window.innerWidth
if (wide > 0) faults.push(`the page is ${wide} px too wide`)
for (const element of document.querySelectorAll('body *')) {
  const over = element.scrollWidth - element.clientWidth
  if (over > 1 && /auto|scroll/.test(getComputedStyle(element).overflowX) && element.clientWidth > 0)
    faults.push(`${name(element)} is ${over} px too wide`)
}

const parse = (color) => {
  const found = /rgba?\(([^)]+)\)/.exec(color)
  const [r, g, b, a = 1] = found ? found[1].split(/[ ,/]+/).map(Number) : [0, 0, 0, 0]
  return { r, g, b, a }
}
const over = (top, under) => ({
  r: top.r * top.a + under.r * (1 - top.a),
  g: top.g * top.a + under.g * (1 - top.a),
  b: top.b * top.a + under.b * (1 - top.a),
  a: 1,
})
const ground = (element) => {
  const layers = []
  for (let at = element; at; at = at.parentElement) {
    const color = parse(getComputedStyle(at).backgroundColor)
    if (color.a > 0) layers.push(color)
    if (color.a === 1) break
  }
  return layers.reduceRight((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 })
}
const light = ({ r, g, b }) => {
  const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * x + 0.7152 * y + 0.0722 * z
}

// A dialog hides what lies behind it from eye and ear alike.
const dialog = document.querySelector('dialog[open]')
const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT)
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const text = node.data.trim()
  const element = node.parentElement
  if (!text || !element || element.closest('.textLayer, .unseen, script, style, option')) continue
  const box = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  if (box.width === 0 || box.height === 0 || style.visibility === 'hidden') continue
  const size = parseFloat(style.fontSize)
  if (size < 12) faults.push(`${size} px in ${name(element)}: ${text.slice(0, 40)}`)
  const under = ground(element)
  const [a, b] = [light(over(parse(style.color), under)), light(under)]
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)} in ${name(element)}: ${text.slice(0, 40)}`)
}

const words = [document.body.innerText]
for (const attribute of ['aria-label', 'title', 'placeholder'])
  for (const element of document.querySelectorAll(`[${attribute}]`)) words.push(element.getAttribute(attribute))
for (const word of words.join(' ').split(/[^a-z0-9-]+/)) if (keys.has(word)) faults.push(`bare key ${word}`)
return faults
