import { say, sentence, t } from '../../i18n/index.svelte'
import type { GridTried, TriedLine, TryOut } from '../../ipc/contract'
import { decimal } from '../compare/words'
import { outcomeName } from '../motion/words'

/** The most and the least favourable choice of bylaws: an example votes for one or the other. */
export function sidesOf(lines: TriedLine[]): { best: string; worst: string } {
  const choices = lines
    .filter((line) => line.code === 'choice')
    .map((line) => line.title.fr)
    .filter((choice) => choice !== 'abstain' && choice !== 'blank')
  return { best: choices[0] ?? 'for', worst: choices.at(-1) ?? 'against' }
}

/** Why an example has no mark. */
export function whyOf(grid: GridTried): string {
  return (grid.why && sentence(grid.why.replaceAll('.', '-'))) ?? t('tryout-no-mark')
}

/** The answer of the rules in one sentence, for whoever hears it. */
export function saidOf({ grids, homeless, vote, shown }: TryOut): string {
  const grid = grids[0]
  if (vote) return outcomeName(vote.outcome)
  if (!grid && homeless.length > 0)
    return t('tryout-homeless', { names: homeless.map((one) => say(one)).join(', ') })
  if (!grid) return t('tryout-shown', { n: shown.length })
  return grid.mark ? t('tryout-mark', { mark: decimal(grid.mark), of: decimal(grid.of) }) : whyOf(grid)
}
