/** The longest form, an address, has some twenty; a delivery is chosen once for each group. */
const MOST_FIELDS = 100
/** The name of a field and of its photo, in bytes. */
const LONGEST_HEAD = 2_000
/** No brackets: whatever reads `a[4294967295]` would build a list of that length. */
const NAME = /^(?!__)[\w.-]{1,80}$/
/** As browsers write it; what names its boundary in another way might be read in another way than it is counted. */
const MULTIPART = /^multipart\/form-data; ?boundary=([\w'()+./:=?-]{1,70})$/i
const URLENCODED = /^application\/x-www-form-urlencoded(; ?charset=utf-8)?$/i

const unreadable = () => new Response(null, { status: 400, statusText: 'Bad Request' })

/**
 * What a form sent. What is no form, or cannot be one of ours, is refused before anything reads it field by field:
 * a hundred thousand fields fit into the size that forms may have, and would keep every other visitor waiting for minutes.
 */
export async function formOf(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? ''
  const sign = signBetweenFields(type)
  if (!sign) throw unreadable()
  const body = Buffer.from(await request.arrayBuffer())
  if (!isPlain(body, sign)) throw unreadable()
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw unreadable()
  })
  if (![...form.keys()].every((name) => NAME.test(name))) throw unreadable()
  return asTyped(form)
}

/** What stands between two fields of a form, and nowhere inside one. */
function signBetweenFields(type: string): string | null {
  if (URLENCODED.test(type)) return '&'
  const boundary = MULTIPART.exec(type)?.[1]
  return boundary ? `--${boundary}\r\n` : null
}

/** Looks no further than it must: a photo is long. */
function isPlain(body: Buffer, sign: string): boolean {
  const isMultipart = sign !== '&'
  if (isMultipart && body.indexOf(sign) > 0) return false
  let at = -1
  for (let count = 0; count <= MOST_FIELDS; count++) {
    at = body.indexOf(sign, at + 1)
    if (at === -1) return true
    if (isMultipart && !body.subarray(at, at + LONGEST_HEAD).includes('\r\n\r\n')) return false
  }
  return false
}

/**
 * No keyboard writes NUL, and PostgreSQL keeps none. A line's end is one letter, as browsers count it in a field; they
 * send it as two.
 */
function asTyped(form: FormData): FormData {
  const plain = new FormData()
  for (const [name, value] of form) {
    plain.append(
      name,
      typeof value === 'string' ? value.replaceAll('\0', '').replaceAll('\r\n', '\n') : value,
    )
  }
  return plain
}
