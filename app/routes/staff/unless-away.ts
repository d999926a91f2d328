import type { ShouldRevalidateFunction } from '@remix-run/react'

/** A page whose data are asked for again after every answer to a form, a refusal too; not while they are away. */
export const unlessAway: ShouldRevalidateFunction = ({ actionStatus }) => actionStatus !== 503
