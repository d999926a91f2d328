import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { AnswerContext } from '#app/ui/answer.tsx'

// as the server wrote it, or the page that it sent would be replaced by another one
const answer = { isDatabaseAway: 'databaseAway' in document.documentElement.dataset }

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <AnswerContext.Provider value={answer}>
        <RemixBrowser />
      </AnswerContext.Provider>
    </StrictMode>,
  )
})
