import { explain, t } from '../i18n/index.svelte'
import type { ComparisonLine, DeskView, Problem, Task } from '../ipc/contract'
import { announcer } from './announce.svelte'
import { placesOf } from './places'
import { router } from './router.svelte'
import type { Window } from './session.svelte'
import { choices } from './settings.svelte'
import { keptAt, resumeAt, stepsOf, type Known, type Step, type Who } from './tour'

/** The guided tour that runs; it goes to real screens and does nothing on them. */
class GuidedTour {
  who = $state<Who | null>(null)
  steps = $state.raw<Step[]>([])
  at = $state(0)

  get step(): Step | null {
    return this.who ? (this.steps[this.at] ?? null) : null
  }

  get last(): boolean {
    return this.at === this.steps.length - 1
  }

  /** Another screen is shown than the one that the step speaks of. */
  get elsewhere(): boolean {
    return this.step !== null && this.step.route.screen !== router.now.screen
  }

  async begin(win: Window, who: Who): Promise<void> {
    const roles = win.session?.person?.roles ?? []
    const steps = stepsOf(who, roles, await known(win))
    this.steps = steps
    this.who = who
    this.#show(resumeAt(who, steps.length, choices.now.tour))
  }

  next(): void {
    if (!this.last) return this.#show(this.at + 1)
    this.#keep(this.steps.length)
    announcer.say(t('tour-said-end'))
    this.close()
  }

  back(): void {
    if (this.at > 0) this.#show(this.at - 1)
  }

  /** To the screen that the step speaks of. */
  there(): void {
    if (this.step) router.go(this.step.route)
  }

  leave(): void {
    announcer.say(t('tour-said-left', { n: this.at + 1 }))
    this.close()
  }

  /** Without a word: the desk was locked. */
  close(): void {
    this.who = null
  }

  /** The offer was answered without beginning. */
  decline(who: Who): void {
    keep({ who, step: 0 })
    announcer.say(t('tour-said-declined'))
  }

  #show(at: number): void {
    this.at = at
    this.#keep(at)
    const { step } = this
    if (!step) return
    router.go(step.route)
    announcer.say(
      t('tour-said', {
        n: at + 1,
        m: this.steps.length,
        title: t(`tour-step-${step.key}`),
        text: t(`tour-text-${step.key}`),
      }),
    )
  }

  #keep(step: number): void {
    if (this.who) keep(keptAt(this.who, step, this.steps.length))
  }
}

export const tour = new GuidedTour()

function keep(place: { who: Who; step: number }): void {
  choices.change({ tour: place }).catch((reason: unknown) => announcer.say(explain(reason as Problem)))
}

/** What of this desk a tour can go to; what cannot be asked is taken for absent. */
async function known(win: Window): Promise<Known> {
  const may = placesOf(win.session?.person?.roles ?? []).map(({ screen }) => screen)
  const nothing = () => null
  const [view, lines]: [DeskView | null, ComparisonLine[] | null] = await Promise.all([
    win.desk.desk().catch(nothing),
    may.includes('comparisons') ? win.desk.comparisons().catch(nothing) : null,
  ])
  const task = (kind: Task['kind']) => view?.tasks.find((one) => one.kind === kind)
  return {
    declare: task('declare')?.dossier ?? null,
    review: task('review')?.dossier ?? null,
    compare: lines?.find((line) => line.opened_at !== null)?.dossier ?? null,
    vote: task('vote')?.motion ?? null,
  }
}
