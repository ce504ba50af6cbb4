import { expect, it } from 'vitest'
import { speak } from '../../i18n/index.svelte'
import { reason } from './words'

it('says the day of a second convocation as people write it, in each language', () => {
  const recall = { code: 'convocation.may-recall', params: { days: '15', date: '2026-03-17' } }
  speak('fr')
  expect(reason(recall)).toContain('à partir du 17 mars 2026')
  speak('en')
  expect(reason(recall)).toContain('from 17 March 2026')
})

it('says whether the share itself is enough', () => {
  const params = { option: 'grant', for: '14', against: '7', base: '21', rule: 'qualified', share: '2/3' }
  speak('fr')
  expect(reason({ code: 'majority.reached', params })).toContain('une majorité de 2/3')
  expect(reason({ code: 'majority.not-reached', params: { ...params, strict: 'yes' } })).toContain(
    'une majorité de plus de 2/3',
  )
})
