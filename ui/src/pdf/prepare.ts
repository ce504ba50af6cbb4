import { prepare } from './scope'

// PDF.js looks about itself while it is loaded: this stands before it.
prepare(globalThis)
