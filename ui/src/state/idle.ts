/** Calls `lock` after so many minutes without a key, a click or a touch. Returns what ends the watch. */
export function idle(minutes: number, lock: () => void): () => void {
  if (minutes <= 0) return () => undefined
  let timer: ReturnType<typeof setTimeout>
  const restart = () => {
    clearTimeout(timer)
    timer = setTimeout(lock, minutes * 60_000)
  }
  const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
  for (const sign of signs) window.addEventListener(sign, restart, { passive: true })
  restart()
  return () => {
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, restart)
  }
}
