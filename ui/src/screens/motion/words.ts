import { written } from '../../i18n/dates'
import { sentence, t, tx } from '../../i18n/index.svelte'
import type { ReasonView } from '../../ipc/contract'

/** The word of a code when there is one; own bylaws may name colleges and options that no file knows. */
function word(prefix: string, code: string): string {
  return sentence(`${prefix}-${code}`) ?? code
}

/** A fraction as people write it: "2/3" stays. */
function named(name: string, value: string, params: Record<string, string>): string {
  if (name === 'option') return word('option', value)
  if (name === 'college') return word('college', value)
  if (name === 'of') return word('base', value)
  if (name === 'date') return written(value)
  if (name === 'rule') {
    const rule = params['strict'] ? `${value}-strict` : value
    return sentence(`rule-${rule}`, params) ?? value
  }
  return value
}

/** A reason of the rules as a sentence. */
export function reason({ code, params }: ReasonView): string {
  const said = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, named(name, value, params)]),
  )
  const key = code.replaceAll('.', '-')
  return sentence(key, said) ?? t('motion-reason-other', { code })
}

export function outcomeName(outcome: string): string {
  return tx('motion-outcome', outcome)
}
