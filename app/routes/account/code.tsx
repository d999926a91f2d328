import { type Submission, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type CodeRefusal, enterGroupCode } from '#app/domain/accounts/enter-group-code.server.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { readSettings } from '#app/platform/settings.server.ts'
import { readNews, redirectSaying } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { operatorOf } from '#app/routes/operator.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { askCode } from './ask-code.server.ts'
import {
  again,
  dropAskedCode,
  minutesOf,
  onward,
  placeAfter,
  readAskedCode,
  sendHomeIfIn,
  visitOf,
} from './door.server.ts'
import { codeForm } from './forms.server.ts'

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.account_code_title(),
    description: m.account_code_description(),
    isPrivate: true,
  })

type CodeNews = 'sent-again'

export async function loader(args: LoaderFunctionArgs) {
  await sendHomeIfIn(args)
  const asked = await readAskedCode(args)
  if (!asked) throw redirect(onward('/masuk', args.request))
  const { app } = args.context
  const office = operatorOf(await readSettings(app.db), 'id')
  const { news, forgets } = await readNews<CodeNews>(args)
  const page = {
    ending: asked.phone.slice(-3),
    sendsCodes: app.messages !== null,
    office,
    otherPhoneHref: onward('/masuk', args.request),
    isNewCode: news === 'sent-again',
  }
  return data(page, forgets)
}

export async function action(args: ActionFunctionArgs) {
  const form = await formOf(args.request)
  const asked = await readAskedCode(args)
  if (!asked) return redirect(onward('/masuk', args.request))
  if (form.get('intent') === 'again') return sendAgain(args, form, asked.phone)
  const given = parseWithZod(form, { schema: codeForm })
  if (given.status !== 'success') return again<Reply>({ result: given.reply() })
  const { app } = args.context
  const entered = await enterGroupCode(app, visitOf(args), { token: asked.token, code: given.value.code })
  if (!entered.ok) return refusedCode(given, entered.error)
  const { headers } = entered.value
  headers.append('Set-Cookie', await dropAskedCode(app))
  return redirect(placeAfter('group', args.request), { headers })
}

interface Reply {
  result: SubmissionResult
  /** Why no further try can succeed: only a new code helps. */
  spent?: string
}

function refusedCode(given: Submission<unknown>, refusal: CodeRefusal) {
  const error = words(refusal)
  const result = given.reply({ fieldErrors: { code: [error] } })
  const isSpent = refusal.code === 'no-request' || (refusal.code === 'wrong-code' && refusal.triesLeft === 0)
  return again<Reply>({ result, spent: isSpent ? error : undefined }, refusal)
}

async function sendAgain(args: ActionFunctionArgs, form: FormData, phone: string) {
  const asked = await askCode(args, phone)
  if (asked.ok) {
    const headers = new Headers({ 'Set-Cookie': asked.value.cookie })
    const said: CodeNews = 'sent-again'
    return redirectSaying(args.context.app, onward('/masuk/kode', args.request), said, headers)
  }
  const formErrors = [m.account_too_many_group({ minutes: minutesOf(asked.error) })]
  const result = parseWithZod(form, { schema: codeForm.partial() }).reply({ formErrors })
  return again<Reply>({ result }, asked.error)
}

function words(refusal: CodeRefusal): string {
  switch (refusal.code) {
    case 'wrong-code':
      return refusal.triesLeft > 0
        ? m.account_code_wrong({ tries: refusal.triesLeft })
        : m.account_code_wrong_last()
    case 'no-request':
      return m.account_code_void()
    case 'too-many':
      return m.account_too_many_group({ minutes: minutesOf(refusal) })
  }
}

export default function EnterCode() {
  const { ending, sendsCodes, isNewCode } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ code: string }>({
    id: 'code',
    constraint: { code: { required: true, maxLength: 12 } },
    lastResult: answer?.result,
  })
  if (answer?.spent) return <SpentCode why={answer.spent} />
  return (
    <div className="door-panel for-group alone">
      <h1>{m.account_code_title()}</h1>
      {isNewCode && <Notice tone="success" title={m.account_code_sent_again()} announced />}
      <p>{sendsCodes ? m.account_code_sent({ ending }) : m.account_code_told({ ending })}</p>
      <form method="post" className="form" noValidate>
        <ErrorSummary fields={[fields.code]} errors={form.errors} />
        <TextField
          field={fields.code}
          label={m.account_code()}
          hint={m.account_code_hint()}
          hideNeed
          inputMode="numeric"
          autoComplete="one-time-code"
          width={16}
        />
        <Button kind="main" size="large" full>
          {m.account_sign_in_button()}
        </Button>
      </form>
      <p className="door-more">{m.account_code_secret()}</p>
      <NoCode />
    </div>
  )
}

/** Nothing is left to type: the one way on is a new code. */
function SpentCode({ why }: { why: string }) {
  const { sendsCodes, otherPhoneHref } = useLoaderData<typeof loader>()
  return (
    <div className="door-panel for-group alone">
      <h1>{m.account_code_spent()}</h1>
      <Notice tone="error" title={why} announced foremost />
      {sendsCodes ? (
        <form method="post">
          <Button name="intent" value="again" kind="main" size="large" full>
            {m.account_code_again()}
          </Button>
        </form>
      ) : (
        <p>{m.account_code_spent_told()}</p>
      )}
      <Office />
      <p className="flush">
        <a href={otherPhoneHref}>{m.account_code_other_phone()}</a>
      </p>
    </div>
  )
}

/** Calls the office or chats with it, as far as it has given its numbers; writes to it until then. */
function Office() {
  const { phone, whatsappHref } = useLoaderData<typeof loader>().office
  return (
    <>
      {phone && (
        <LinkButton href={`tel:${phone.number}`} icon="phone">
          {m.account_code_call({ phone: phone.label })}
        </LinkButton>
      )}
      {whatsappHref && (
        <LinkButton href={whatsappHref} icon="chat">
          {m.account_code_chat()}
        </LinkButton>
      )}
      {!phone && !whatsappHref && (
        <LinkButton href="/bantuan/tanya" icon="mail">
          {m.account_code_write()}
        </LinkButton>
      )}
    </>
  )
}

function NoCode() {
  const { sendsCodes, otherPhoneHref } = useLoaderData<typeof loader>()
  return (
    <Notice title={m.account_code_none_title()}>
      <p>{sendsCodes ? m.account_code_none_sent() : m.account_code_none_told()}</p>
      <div className="cluster">
        {sendsCodes && (
          <form method="post">
            <Button name="intent" value="again">
              {m.account_code_again()}
            </Button>
          </form>
        )}
        <Office />
        <LinkButton href={otherPhoneHref} kind="plain">
          {m.account_code_other_phone()}
        </LinkButton>
      </div>
    </Notice>
  )
}
