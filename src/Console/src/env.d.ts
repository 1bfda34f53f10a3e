/// <reference types="vite/client" />

/** A page of the operators' guide. */
declare module '*.md' {
  export const title: string
  export const html: string
}

declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent<object, object, unknown>
  export default component
}
