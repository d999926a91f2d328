import type { ImageStore } from '#app/ports/images/images.ts'

/**
 * Removes the files of proofs of transfer. One that is gone already is as good as removed.
 * @throws when the store is away; the job is tried again
 */
export async function removeProofs(proofs: ImageStore, imageKeys: readonly string[]): Promise<void> {
  for (const key of imageKeys) {
    const removed = await proofs.remove(key)
    if (!removed.ok) throw new Error(`Not removed yet: ${removed.error.code}`)
  }
}
