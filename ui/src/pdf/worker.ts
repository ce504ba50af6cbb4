/** PDF.js's worker in surroundings that fit it. */
import './prepare'
import 'pdfjs-dist/build/pdf.worker.min.mjs'
