/** A small PNG, drawn by hand: an invented leaflet for looking at pictures on the review desk in a browser. */

const width = 640
const height = 480

/** Paper, ink, grey, accent. */
const palette = [0xff, 0xff, 0xff, 0x1a, 0x1d, 0x23, 0xb9, 0xc0, 0xcc, 0x27, 0x48, 0x9c]

/** Blocks of text as bars of grey, a figure with its axes, three bars of which one is higher. */
function shade(x: number, y: number): number {
  if (y > 40 && y < 58 && x > 40 && x < 420) return 1
  if (x > 40 && x < 290 && y > 90 && y < 430) return y % 22 < 8 && x < 290 - (y % 5) * 12 ? 2 : 0
  if ((x > 340 && x < 342 && y > 110 && y < 400) || (y > 398 && y < 400 && x > 340 && x < 600)) return 1
  const bar = [360, 440, 520].findIndex((left) => x > left && x < left + 50)
  const top = [300, 240, 160][bar]
  return top !== undefined && y > top && y < 398 ? (bar === 2 ? 3 : 2) : 0
}

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (data: Uint8Array) =>
  (data.reduce((c, byte) => (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

const four = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]

function chunk(name: string, data: number[]): number[] {
  const body = [...[...name].map((one) => one.charCodeAt(0)), ...data]
  return [...four(data.length), ...body, ...four(crc(Uint8Array.from(body)))]
}

/** The pixels as a stream of zlib that packs nothing. */
function stored(raw: number[]): number[] {
  const out = [0x78, 0x01]
  let [a, b] = [1, 0]
  for (const byte of raw) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  for (let at = 0; at < raw.length; at += 65535) {
    const piece = raw.slice(at, at + 65535)
    const [low, high] = [piece.length & 255, piece.length >>> 8]
    out.push(at + 65535 >= raw.length ? 1 : 0, low, high, low ^ 255, high ^ 255)
    for (const byte of piece) out.push(byte)
  }
  return [...out, ...four(((b << 16) | a) >>> 0)]
}

export function leafletPng(): Uint8Array<ArrayBuffer> {
  const raw: number[] = []
  for (let y = 0; y < height; y++) {
    raw.push(0)
    // Two bits a pixel.
    for (let x = 0; x < width; x += 4)
      raw.push((shade(x, y) << 6) | (shade(x + 1, y) << 4) | (shade(x + 2, y) << 2) | shade(x + 3, y))
  }
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...four(width), ...four(height), 2, 3, 0, 0, 0]),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', stored(raw)),
    ...chunk('IEND', []),
  ])
}
