import type { Plugin } from 'vite'
export function sources(language: 'fr' | 'en'): string[]
export function text(language: 'fr' | 'en'): string
export function locales(): Plugin
