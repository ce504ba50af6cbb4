/// <reference types="vite/client" />
/// <reference types="svelte" />

declare module 'virtual:locales' {
  export const fr: string
  export const en: string
}
