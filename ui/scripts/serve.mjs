// A folder over loopback, under the content security policy of the desktop window.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

export const policy =
  "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self'; style-src-attr 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ipc: http://ipc.localhost"

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
}

/** `extra` maps a path under `/evidence/` to a file on disk. */
export async function serve(folder, extra = () => null) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const given = path.startsWith('/evidence/') ? extra(path.slice('/evidence/'.length)) : null
    const file = given ?? join(folder, normalize(path === '/' ? '/index.html' : path))
    try {
      const body = await readFile(file)
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      })
      response.end(body)
    } catch {
      response.writeHead(404, { 'content-security-policy': policy }).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address()
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
