import { dayAndTime, fullDay } from '../../i18n/dates'
import type { Millis } from '../../ipc/contract'

export { t } from '../../i18n/index.svelte'

/** "mercredi 2 décembre 2026" */
export const civilDayOf = (at: Millis) => fullDay(at)

/** "aujourd’hui à 9:41": counted from the clock of this computer, since no registry was met yet. */
export const when = (at: Millis) => dayAndTime(at, new Date().getTime())
