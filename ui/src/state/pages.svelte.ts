import { SvelteMap } from 'svelte/reactivity'
import { t } from '../i18n/index.svelte'

/**
 * How files number their own pages ("iv", "A-3"), of those that were opened while the window is open. A file is known by
 * its digest, so what was learnt of it holds wherever it is named.
 */
class Pages {
  #labels = new SvelteMap<string, string[]>()

  /** Null: the file counts its pages as everybody does. */
  learn(file: string, labels: string[] | null): void {
    if (labels) this.#labels.set(file, labels)
    else this.#labels.delete(file)
  }

  /** What follows "page": the file's own number with its place, "iv (4 of 117)", where the two are not the same. */
  named(file: string | null, page: number): number | string {
    const labels = file === null ? undefined : this.#labels.get(file)
    const label = labels?.[page - 1]
    return label && label !== String(page)
      ? t('review-page-own', { label, n: page, m: labels?.length ?? page })
      : page
  }

  forget(): void {
    this.#labels.clear()
  }
}

export const pages = new Pages()
