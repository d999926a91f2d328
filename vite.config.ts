import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin, type Rollup } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Small progressive enhancements: one module of our own, no framework, for pages that do not hydrate. */
const enhancements: Plugin = {
  name: 'anyam-enhancements',
  apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  buildStart() {
    this.emitFile({ type: 'chunk', id: './app/enhance/shop.ts', fileName: 'assets/enhance.js' })
  },
}

/** The process that serves the pages, built with them: it loads no module twice and compiles none when it starts. */
const serverEntry: Plugin = {
  name: 'anyam-server',
  apply: (_, { command, isSsrBuild }) => command === 'build' && isSsrBuild === true,
  buildStart() {
    this.emitFile({ type: 'chunk', id: './app/server.ts', fileName: 'server.js' })
  },
}

// Bundled with the app, so that NODE_ENV below is theirs too. Only in the build: Vite's own module runner cannot read
// CommonJS.
const RENDERING = [
  /^react(-dom|-router|-router-dom)?$/,
  /^react-dom\//,
  /^@conform-to\//,
  '@remix-run/react',
  '@remix-run/router',
  'scheduler',
]

/** Hundreds of small modules each, which would be looked up one by one at every start (decision 0006). */
const MANY_MODULES = [/^@?better-auth/, 'better-call', 'kysely', /^zod/, 'stripe', /^libphonenumber-js/]

// better-auth asks for it and does without; a bundler that finds none would put an empty one in its place
const ABSENT = ['@opentelemetry/api']

/** Routes without a page leave nothing for the browser, and a library's notes to its bundler are no news to us. */
const NO_NEWS = ['EMPTY_BUNDLE', 'INVALID_ANNOTATION']

/** The server's half of a library is named before it is left out of what the browser gets; of our own files it is news. */
const isLeftOut = ({ plugin, message }: Rollup.RollupLog) =>
  plugin === 'vite:resolve' && /externalized for browser.*imported by ".*\/node_modules\//.test(message)

const onwarn: Rollup.WarningHandlerWithDefault = (warning, warn) => {
  if (!NO_NEWS.includes(warning.code ?? '') && !isLeftOut(warning)) warn(warning)
}

export default defineConfig(({ command }) => ({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './app/paraglide',
      outputStructure: 'locale-modules',
      strategy: ['baseLocale'],
    }),
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        // its manifest endpoint burns CPU on crafted requests (decision 0002)
        v3_lazyRouteDiscovery: false,
      },
    }),
    enhancements,
    serverEntry,
  ],
  // asks browsers for the enhancements of this build, whose file name carries no hash
  define: {
    __BUILD_ID__: JSON.stringify(Date.now().toString(36)),
    // what is built runs React's production code, whatever NODE_ENV says when it is served
    ...(command === 'build' && { 'process.env.NODE_ENV': '"production"' }),
  },
  ssr: command === 'build' ? { noExternal: [...RENDERING, ...MANY_MODULES] } : undefined,
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: false,
    rollupOptions: { onwarn, external: ABSENT },
  },
}))
