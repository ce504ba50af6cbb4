import type { Desk, InvitationView, PeopleView, Problem, WaitingView } from '../../ipc/contract'

/** The people of the board as a screen holds them, with the computers that wait to be let in. */
export class People {
  view = $state<PeopleView | null>(null)
  waiting = $state<WaitingView[]>([])
  waitingProblem = $state<Problem | null>(null)
  problem = $state<Problem | null>(null)
  invitation = $state<InvitationView | null>(null)
  #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  async load(): Promise<void> {
    try {
      this.view = await this.#desk.people()
      this.problem = null
    } catch (reason) {
      this.problem = reason as Problem
    }
  }

  /** Asks the registry who waits; `wanted`: which of them belong on the screen. */
  async ask(wanted: (one: WaitingView) => boolean = () => true): Promise<void> {
    try {
      this.waiting = (await this.#desk.people_waiting()).filter(wanted)
      this.waitingProblem = null
    } catch (reason) {
      this.waitingProblem = reason as Problem
    }
  }

  async invite(member: string): Promise<void> {
    try {
      this.invitation = await this.#desk.people_invite({ member })
      await this.load()
    } catch (reason) {
      this.problem = reason as Problem
    }
  }
}
