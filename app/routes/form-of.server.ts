/** The longest form, an address, has some twenty; a delivery is chosen once for each group. */
const MOST_FIELDS = 100
/** No brackets: whatever reads `a[4294967295]` would build a list of that length. */
const NAME = /^(?!__)[\w.-]{1,80}$/

const unreadable = () => new Response(null, { status: 400, statusText: 'Bad Request' })

/**
 * What a form sent. What is no form, or cannot be one of ours, is refused before anything reads it field by field:
 * a hundred thousand fields fit into the size that forms may have, and would keep every other visitor waiting for minutes.
 */
export async function formOf(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw unreadable()
  })
  const names = [...form.keys()]
  if (names.length > MOST_FIELDS || !names.every((name) => NAME.test(name))) throw unreadable()
  return withoutNul(form)
}

/** No keyboard writes NUL, and PostgreSQL keeps none. */
function withoutNul(form: FormData): FormData {
  const plain = new FormData()
  for (const [name, value] of form) {
    plain.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value)
  }
  return plain
}
