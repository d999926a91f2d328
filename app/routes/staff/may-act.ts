import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './layout.tsx'

/** Whether whoever is signed in may change things; the head looks on. */
export const useMayAct = (): boolean =>
  useRouteLoaderData<typeof loader>('routes/staff/layout')?.role === 'staff'
