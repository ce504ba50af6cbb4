import { number } from '../../i18n/dates'
import { t } from '../../i18n/index.svelte'

/** "48 Ko", "1,2 Mo": the powers of ten that people know. */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return t('size-kb', { n: number(Math.ceil(bytes / 1000)) })
  return t('size-mb', { n: number(Math.round(bytes / 100_000) / 10) })
}

/** Words cut at a space, for lists; the whole stands in the title. */
export function brief(text: string, most = 64): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`
}
