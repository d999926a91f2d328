import type { ActionFunctionArgs } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import { isDatabaseAway } from '#app/platform/db.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { refused } from './answers.server.ts'

/**
 * A desk's action under which nothing typed is lost: while the database is away the form comes back as it was, and says
 * that nothing was saved. Without scripts the page is made anew, which needs the data too: then it is the error page that says so.
 */
export const keepingWords =
  <Answer>(act: (args: ActionFunctionArgs) => Promise<Answer>) =>
  async (args: ActionFunctionArgs): Promise<Answer | ReturnType<typeof refused>> => {
    const sent = args.request.clone()
    try {
      return await act(args)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      args.context.app.log.error({ err: error, path: new URL(sent.url).pathname }, 'request failed')
      return refused(await formOf(sent), m.console_not_saved_away(), { status: 503 })
    }
  }
