import type * as C from '../contract'
import { FakeDesk, type Scene } from '../fake'

/**
 * A scene from the page's address: `?state=locked&lang=en&theme=dark&fail=review_save_row:disk-full`, and what a command
 * answers instead: `&answer=sync_receipt:{"state":"refused"}`. `&tour=offered`: nobody answered the offer of the guided tour.
 */
export function fromAddress(search: string): FakeDesk {
  const asked = new URLSearchParams(search)
  const scene: Partial<Scene> = {}
  const settings: Partial<C.Settings> = {}
  const take = (key: string, set: (value: never) => void) => {
    const value = asked.get(key)
    if (value !== null) set(value as never)
  }
  take('state', (value) => (scene.state = value))
  take('network', (value) => (scene.network = value))
  take('desk', (value) => (scene.desk = value))
  take('card', (value) => (scene.card = value))
  take('sheet', (value) => (scene.sheet = value))
  take('verdict', (value) => (scene.verdict = value))
  take('enrol', (value) => (scene.enrol = value))
  take('role', (value) => (scene.role = value))
  take('evidence', (value) => (scene.evidence = value))
  take('delay', (value) => (scene.delay = Number(value)))
  take('lang', (value) => (settings.language = value))
  take('theme', (value) => (settings.theme = value))
  take('density', (value) => (settings.density = value))
  take('tour', (value) => (settings.tour = value === 'offered' ? null : { who: value, step: 0 }))
  const failing = Object.fromEntries(
    (asked.getAll('fail') ?? []).map((pair) => pair.split(':') as [string, string]),
  )
  const answers = Object.fromEntries(
    asked.getAll('answer').map((pair): [string, unknown] => {
      const at = pair.indexOf(':')
      return [pair.slice(0, at), JSON.parse(pair.slice(at + 1))]
    }),
  )
  return new FakeDesk({ ...scene, settings, failing, answers })
}
