/** What a command answers: a value, or a refusal the caller must handle by its code. Bugs throw instead. */
export type Result<Value, Refusal extends { code: string }> =
  | { ok: true; value: Value }
  | { ok: false; error: Refusal }

/** An answer that is a value. */
export const ok = <Value>(value: Value) => ({ ok: true as const, value })
/** An answer that is a refusal, kept to its literal code. */
export const refuse = <const Refusal extends { code: string }>(error: Refusal) => ({
  ok: false as const,
  error,
})
