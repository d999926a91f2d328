import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findOrderForLink } from '#app/domain/orders/find-order.queries.server.ts'
import { askQuestion } from '#app/domain/questions/ask-question.server.ts'
import { localePath } from '#app/lib/locale.ts'
import { pageMeta } from '#app/lib/seo.ts'
import { m } from '#app/paraglide/messages.js'
import { writePhone } from '#app/platform/phone.server.ts'
import { limit } from '#app/platform/rate-limit.server.ts'
import { shopContext } from '#app/routes/context.server.ts'
import { readNews, redirectSaying } from '#app/routes/flash.server.ts'
import { formOf } from '#app/routes/form-of.server.ts'
import { privateHeaders } from '#app/routes/private-headers.server.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextareaField, TextField } from '#app/ui/field.tsx'
import { HeldCodes } from '#app/ui/held-codes.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { shopHref } from '#app/ui/shop-href.ts'
import { LONGEST } from './help/question-fields.ts'
import { questionForm } from './help/question-form.server.ts'
import { findGranted } from './order/access.server.ts'

interface News {
  answerTo: string
  /** Of the order it was about, where this browser may open it. */
  orderCode: string | null
}

export const headers = privateHeaders
export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: m.shop_page_ask_title(),
    description: m.shop_page_ask_lead(),
    isPrivate: true,
  })

export async function loader(args: LoaderFunctionArgs) {
  const { news, forgets } = await readNews<News>(args)
  const pesanan = new URL(args.request.url).searchParams.get('pesanan')?.slice(0, LONGEST.pesanan)
  return data({ news, pesanan: pesanan ?? '' }, forgets)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = shopContext(args)
  const form = await formOf(args.request)
  // every form counts: each can ask whether there is an order of some code
  const verdict = await limit(args.context.app, 'question', args.context.ip)
  if (!verdict.ok) return heldBack(form, verdict.retryAfterSeconds)
  const schema = questionForm((code) => findOrderForLink(ctx, code))
  const given = await parseWithZod(form, { schema, async: true })
  if (given.status !== 'success') return data(given.reply(), { status: 422 })
  const { nama: name, kontak: answerTo, pesanan: order, pertanyaan: text } = given.value
  await askQuestion(ctx, { name, answerTo, groupId: null, orderCode: order?.code ?? null, text })
  const granted = order && (await findGranted({ ...args, params: { code: order.code } }))
  const news: News = {
    // as it was understood, so that a slip is seen
    answerTo: 'phone' in answerTo ? writePhone(answerTo.phone, ctx.locale) : answerTo.email,
    orderCode: granted?.order.code ?? null,
  }
  return redirectSaying(args.context.app, localePath('/bantuan/tanya', ctx.locale), news)
}

/** Nothing of it was looked at; what was typed is shown again. */
function heldBack(form: FormData, seconds: number) {
  const minutes = Math.ceil(seconds / 60)
  const typed = parseWithZod(form, { schema: z.looseObject({}) })
  return data(typed.reply({ formErrors: [m.shop_page_ask_often({ minutes })] }), {
    status: 429,
    headers: { 'Retry-After': String(seconds) },
  })
}

export default function Ask() {
  const { news: said } = useLoaderData<typeof loader>()
  const news = useActionData<typeof action>() ? null : said
  return (
    <div className="wrap narrow">
      <Breadcrumbs
        crumbs={[{ href: shopHref('/bantuan'), label: m.shop_page_help() }]}
        here={m.shop_page_ask_title()}
      />
      <PageTitle title={m.shop_page_ask_title()} lead={news ? undefined : m.shop_page_ask_lead()} />
      {news ? <Asked news={news} /> : <QuestionForm />}
    </div>
  )
}

function QuestionForm() {
  const lastResult = useActionData<typeof action>()
  const { pesanan } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Record<keyof typeof LONGEST, string>>({
    id: 'tanya',
    defaultValue: { pesanan },
    constraint: {
      pertanyaan: { required: true, maxLength: LONGEST.pertanyaan },
      nama: { required: true, maxLength: LONGEST.nama },
      kontak: { required: true, maxLength: LONGEST.kontak },
      pesanan: { maxLength: LONGEST.pesanan },
    },
    lastResult,
  })
  const shown = [fields.pertanyaan, fields.nama, fields.kontak, fields.pesanan]
  return (
    <form method="post" action={shopHref('/bantuan/tanya')} className="form" noValidate data-keep="question">
      <ErrorSummary fields={shown} errors={form.errors} />
      <TextareaField field={fields.pertanyaan} label={m.shop_page_ask_text()} rows={5} />
      <TextField field={fields.nama} label={m.shop_page_ask_name()} autoComplete="name" />
      <TextField
        field={fields.kontak}
        label={m.shop_page_ask_contact()}
        hint={m.shop_page_ask_contact_hint()}
        autoComplete="tel"
      />
      <TextField
        field={fields.pesanan}
        label={m.order_track_code()}
        hint={m.shop_page_ask_order_hint()}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width={16}
      />
      <div>
        <Button kind="main" size="large">
          {m.shop_page_ask_button()}
        </Button>
      </div>
    </form>
  )
}

function Asked({ news }: { news: News }) {
  return (
    <div className="stack" data-sent="question">
      <Notice tone="success" title={m.shop_page_ask_sent()} announced>
        <p>
          <HeldCodes>{m.shop_page_ask_sent_note({ contact: news.answerTo })}</HeldCodes>
        </p>
      </Notice>
      <div className="cluster">
        {news.orderCode && (
          <LinkButton href={shopHref(`/pesanan/${news.orderCode}`)} kind="main">
            {m.shop_page_ask_to_order({ code: news.orderCode })}
          </LinkButton>
        )}
        <LinkButton href={shopHref('/bantuan')}>{m.shop_page_help()}</LinkButton>
        <LinkButton href={shopHref('/bantuan/tanya')} kind="plain">
          {m.shop_page_ask_again()}
        </LinkButton>
      </div>
    </div>
  )
}
