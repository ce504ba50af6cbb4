import { configure } from '@testing-library/svelte'
import { beforeEach, vi } from 'vitest'
import { now } from '../src/ipc/fake-data'

// As patient as the test runner: what is waited for comes when the machine has time for it.
configure({ asyncUtilTimeout: 20_000 })

// The invented board lives on its own day: no test may begin to fail because the calendar went on.
beforeEach(() => {
  vi.setSystemTime(now)
})

// The simulated browser has no modal dialogs: one that opens is open. Tests of files alone run without a browser.
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false
  }
}
