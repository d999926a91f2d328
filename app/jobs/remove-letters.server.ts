/** A folder of letters; one may have been filled before a mail server was there. */
export interface KeptLetters {
  /** One that is not there is as good as removed. */
  remove(id: string): Promise<void>
}

/**
 * Removes letters from wherever they are kept as files.
 * @throws when the disk is away; the job is tried again
 */
export async function removeLetters(
  kept: readonly KeptLetters[],
  noticeIds: readonly string[],
): Promise<void> {
  for (const id of noticeIds) {
    for (const letters of kept) await letters.remove(id)
  }
}
