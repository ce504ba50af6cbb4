import { fullDay, longDay } from '../i18n/dates'
import { locale, t } from '../i18n/index.svelte'
import type { Block, Mark, Millis, OwnWork, Paper } from '../ipc/contract'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** A letter as it was edited: empty lines part paragraphs, lines that begin with a dash are a list. */
export function letterPaper(title: string, body: string): Paper {
  const blocks: Block[] = []
  let lines: string[] = []
  const close = () => {
    if (lines.length > 0) blocks.push(paragraph(lines.join('\n')))
    lines = []
  }
  for (const line of body.split('\n').map((one) => one.trim())) {
    const item = /^[-–—•]\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined) {
      close()
      blocks.push({ kind: 'item', text: item })
    } else if (line === '') close()
    else lines.push(line)
  }
  close()
  return { title, language: locale(), blocks }
}

/** The guide, from the HTML that the screen shows. */
export function guidePaper(html: string): Paper {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const title = page.querySelector('h1')?.textContent ?? t('guide-title')
  const blocks = [...page.body.querySelectorAll('h2, h3, p, li')].flatMap((piece): Block[] => {
    const text = (piece.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (text === '' || (piece.tagName === 'P' && piece.closest('li'))) return []
    const kind = piece.tagName === 'LI' ? 'item' : piece.tagName === 'P' ? 'paragraph' : 'heading'
    return [{ kind, text }]
  })
  return { title, language: locale(), blocks }
}

/** The sheet that opens a desk whose passphrase was forgotten. */
export function recoveryPaper(code: string, institute: string, person: string, at: Millis): Paper {
  return {
    title: t('recovery-title'),
    language: locale(),
    blocks: [
      paragraph([person, institute, fullDay(at)].filter((line) => line !== '').join('\n')),
      { kind: 'code', text: code },
      ...(['recovery-use', 'recovery-keep', 'recovery-limits'] as const).map((key) => paragraph(t(key))),
    ],
  }
}

function markOf(mark: Mark | null): string {
  if (mark === null) return t('own-paper-no-mark')
  if (mark.kind === 'na') return t('own-paper-na')
  return t('own-paper-mark', { mark: mark.kind === 'option' ? mark.option : mark.value })
}

/** My own work, to be read on paper. */
export function ownPaper(work: OwnWork): Paper {
  const blocks: Block[] = [
    paragraph(`${work.name}\n${work.institute}\n${fullDay(work.exported_at)}`),
    paragraph(t('own-export-text')),
  ]
  for (const dossier of work.dossiers) {
    blocks.push({
      kind: 'heading',
      text: t('own-paper-dossier', {
        number: dossier.number,
        solution: dossier.solution,
        version: dossier.version,
      }),
    })
    for (const { text, entity } of dossier.declared) {
      blocks.push({ kind: 'item', text: t('own-paper-link', { entity, text }) })
    }
    for (const { criterion, mark, reason, anchors } of dossier.rows) {
      blocks.push(paragraph([`${criterion} : ${markOf(mark)}`, reason].filter(Boolean).join('\n')))
      for (const { quote, page } of anchors) {
        blocks.push({ kind: 'item', text: t('own-paper-passage', { quote, page }) })
      }
    }
    for (const { criterion, mark, why, at } of dossier.changes) {
      const change = t('own-paper-change', {
        criterion,
        mark: markOf(mark),
        day: longDay(at, work.exported_at),
      })
      blocks.push(paragraph([change, why].join('\n')))
    }
    for (const { quote, page, text } of dossier.notes) {
      const passage = t('own-paper-passage', { quote, page })
      blocks.push({ kind: 'item', text: [passage, text].filter(Boolean).join('\n') })
    }
  }
  return { title: t('own-paper-title'), language: locale(), blocks }
}
