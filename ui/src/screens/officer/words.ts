import { locale } from '../../i18n/index.svelte'

/** "Anne, Bruno et Chloé" */
export function people(names: string[]): string {
  return new Intl.ListFormat(locale(), { style: 'long', type: 'conjunction' }).format(names)
}
