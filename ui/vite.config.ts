import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'
import { guide } from './scripts/guide.mjs'
import { locales } from './scripts/locales.mjs'

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting(), locales(), guide()],
  clearScreen: false,
  server: { port: 1420, strictPort: true, fs: { allow: ['..'] } },
  build: {
    target: 'safari17',
    // `--mode fake` is the window on invented data, for looking at it in a browser: never what ships.
    outDir: mode === 'fake' ? 'dist-fake' : 'dist',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' as const },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    restoreMocks: true,
    setupFiles: ['scripts/test-setup.ts'],
    // Nothing here asserts speed: on a busy machine a whole window takes its time to be drawn.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}))
