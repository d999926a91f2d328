import { createContext } from 'react'

/** What the server knows about the answer it is writing, for error pages. Handed down like the nonce, never as loader data. */
export interface Answer {
  /** Names this answer in the log; a person can read it aloud on the phone. */
  requestId?: string
  /** The database did not answer: the page says to wait, not that something broke. */
  isDatabaseAway?: boolean
}

export const AnswerContext = createContext<Answer>({})
