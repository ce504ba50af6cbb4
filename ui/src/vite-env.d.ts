/// <reference types="vite/client" />
/// <reference types="svelte" />

/** The guide as HTML of our own making. */
declare module 'virtual:guide' {
  export const fr: string
  export const en: string
}

declare module 'virtual:locales' {
  export const fr: string
  export const en: string
}
