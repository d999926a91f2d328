/** Set by vite.config.ts: which build this is. */
declare const __BUILD_ID__: string

/** Made by Remix: every page. */
declare module 'virtual:remix/server-build' {
  const build: import('@remix-run/node').ServerBuild
  export = build
}
