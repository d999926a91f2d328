import { Picture, type PictureData, SIZES } from './picture.tsx'

export type KindTile = { href: string; name: string; count: number; picture: PictureData | null }

/** The kinds of craft as picture, word and count: nothing to read before the first tap. */
export function KindTiles({ kinds }: { kinds: readonly KindTile[] }) {
  return (
    <ul className="kinds">
      {kinds.map(({ href, name, count, picture }) => (
        <li key={href}>
          <a href={href}>
            {picture && <Picture picture={picture} sizes={SIZES.kind} className="cut" alt="" />}
            {name}
            <span>{count}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
