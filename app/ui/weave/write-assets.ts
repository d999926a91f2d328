/** Writes every woven file that is kept in the repository: `npx tsx app/ui/weave/write-assets.ts`. */
import { writeFileSync } from 'node:fs'
import { heroClothSvg } from './cloth.ts'
import { CHART_TILES, SHOP_TILES, tilesCss } from './tiles.ts'

export const WOVEN_FILES: Record<string, () => string> = {
  'app/ui/styles/weave-tiles.css': () => tilesCss(SHOP_TILES),
  'app/ui/styles/weave-charts.css': () => tilesCss(CHART_TILES),
  'public/kain-tampuk-manggis.svg': () => heroClothSvg(),
}

if (process.argv[1]?.endsWith('write-assets.ts')) {
  for (const [path, weave] of Object.entries(WOVEN_FILES)) writeFileSync(path, weave())
}
