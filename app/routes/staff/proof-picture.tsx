import { m } from '#app/paraglide/messages.js'
import { StateWord } from '#app/ui/outcome-chain.tsx'
import { Picture, type PictureData } from '#app/ui/picture.tsx'

/** The photo of a receipt, large behind a tap; one that was refused says so, and why. */
export function ProofPicture({ proof, refusedReason }: { proof: PictureData; refusedReason: string | null }) {
  return (
    <div className="proof">
      <a href={proof.sources.at(-1)?.webp} target="_blank" rel="noreferrer">
        <Picture picture={proof} sizes="160px" />
        {m.console_proof_open()}
      </a>
      {refusedReason !== null && (
        <p className="small">
          <StateWord tone="bad">{m.console_order_refused()}</StateWord>
          <span className="below">{refusedReason}</span>
        </p>
      )}
    </div>
  )
}
