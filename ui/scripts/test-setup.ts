import { configure } from '@testing-library/svelte'

// As patient as the test runner: what is waited for comes when the machine has time for it.
configure({ asyncUtilTimeout: 20_000 })
