import { useLocation } from '@remix-run/react'
import { createContext, useContext } from 'react'

/** What the server knows about the answer it is writing, for error pages. Handed down like the nonce, never as loader data. */
export interface Answer {
  /** Names this answer in the log; a person can read it aloud on the phone. */
  requestId?: string
  /** The database did not answer: the page says to wait, not that something broke. */
  isDatabaseAway?: boolean
  /** The request was refused before any page saw it, and this page says so in its place. */
  refused?: Place & { status: number }
}

type Place = { pathname: string; search: string }

export const AnswerContext = createContext<Answer>({})

/** The address that was asked for; what was refused is answered from another one. */
export function useAskedFor(): Place {
  const { refused } = useContext(AnswerContext)
  const here = useLocation()
  return refused ?? here
}
