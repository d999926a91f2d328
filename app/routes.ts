import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

const machine = (path: string, file: string) => route(path, `routes/files/${file}.ts`)

/** Every address of the shop, the group console and the staff console. Indonesian words in both languages. */
export default [
  ...prefix('en?', [layout('routes/shop/layout.tsx', [index('routes/shop/home.tsx')])]),
  machine('sehat', 'live'),
  machine('sehat/siap', 'ready'),
] satisfies RouteConfig
