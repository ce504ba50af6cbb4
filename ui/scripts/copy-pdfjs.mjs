// Puts what PDF.js fetches at run time (character maps, standard fonts, image decoders) beside the page.
import { cp, mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const from = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url))
const to = fileURLToPath(new URL('../public/pdfjs/', import.meta.url))
await rm(to, { recursive: true, force: true })
await mkdir(to, { recursive: true })
for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
  // The script engine stays out: no PDF ever runs a script here.
  await cp(from + folder, to + folder, { recursive: true, filter: (path) => !path.includes('quickjs') })
}
