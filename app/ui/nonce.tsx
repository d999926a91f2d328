import { createContext } from 'react'

/** The answer's script nonce. Handed down by the server only, never through loader data, where it could leak. */
export const NonceContext = createContext<string | undefined>(undefined)
