import type { ButtonHTMLAttributes } from 'react'
import { byRegion, type FoundDistrict, mayBeMore, placeCode } from '#app/domain/places/district.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Button } from '#app/ui/button.tsx'

interface Props {
  found: readonly FoundDistrict[]
  /** Which form the buttons belong to, where it is not the one around them. */
  ask?: ButtonHTMLAttributes<HTMLButtonElement>
}

/** The places that a search led to, under what they lie in: a button each, so that a whole city fits a phone. */
export function PlaceChoices({ found, ask }: Props) {
  return (
    <div className="stack">
      <p className="label flush">{m.catalogue_product_shipping_pick()}</p>
      {mayBeMore(found) && (
        <p className="small flush">{m.checkout_district_found_many({ count: found.length })}</p>
      )}
      {[...byRegion(getLocale(), found)].map(([region, places]) => (
        <fieldset key={region} className="place-choices">
          <legend className="small muted">{region}</legend>
          {places.map((place) => (
            <Button key={place.code} size="compact" name="kec" value={placeCode(place)} {...ask}>
              {nameOf(place)}
            </Button>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

/** With the village that was meant, where it was a village. */
const nameOf = ({ name, village }: FoundDistrict): string =>
  village ? `${m.common_village({ village: village.name })}, ${name}` : name
