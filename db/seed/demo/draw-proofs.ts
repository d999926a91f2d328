/** Draws the two sample transfer receipts into public/ilustrasi: `npx tsx db/seed/demo/draw-proofs.ts`. */
import { resolve } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { BLURRED_PROOF, PROOF, PROOF_SHAPE, PROOF_WIDTHS } from './proof-pictures.ts'

const FOLDER = resolve(import.meta.dirname, '../../../public/ilustrasi')
const { width, height } = PROOF_SHAPE

const ROWS: [string, string][] = [
  ['Dari', 'Pembeli contoh'],
  ['Ke', 'Bank Contoh'],
  ['Nomor', '000-000-0000'],
  ['Jumlah', 'lihat pesanan'],
]
const text = (x: number, y: number, size: number, words: string, extra = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="DejaVu Sans, Liberation Sans, sans-serif" ${extra}>${words}</text>`

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#e9e4d4"/>
<rect x="60" y="60" width="520" height="760" rx="6" fill="#fffdf5"/>
<path d="M60 66a6 6 0 0 1 6-6h508a6 6 0 0 1 6 6v114H60z" fill="#24368c"/>
${text(100, 134, 34, 'Transfer berhasil', 'fill="#fff" font-weight="700"')}
${ROWS.map(([label, value], at) => text(100, 262 + at * 84, 22, label, 'fill="#5b6258"') + text(250, 262 + at * 84, 26, value, 'fill="#12261d"') + `<path d="M100 ${290 + at * 84}H540" stroke="#e2dcc8" stroke-width="2"/>`).join('')}
<g transform="rotate(-14 320 640)">${text(320, 690, 92, 'CONTOH', 'fill="none" stroke="#c0195a" stroke-width="3.5" font-weight="700" text-anchor="middle" opacity=".75"')}</g>
${text(320, 786, 20, 'Bukan bukti transfer sungguhan', 'fill="#5b6258" text-anchor="middle"')}
</svg>`

async function write(key: string, picture: Sharp): Promise<void> {
  const master = await picture.removeAlpha().png().toBuffer()
  for (const size of PROOF_WIDTHS) {
    const sized = sharp(master).resize(size)
    await sized
      .clone()
      .webp({ quality: 60, effort: 5 })
      .toFile(resolve(FOLDER, `${key}-${size}.webp`))
    await sized
      .clone()
      .avif({ quality: 50, effort: 5 })
      .toFile(resolve(FOLDER, `${key}-${size}.avif`))
  }
}

await write(PROOF, sharp(Buffer.from(svg)))
await write(BLURRED_PROOF, sharp(Buffer.from(svg)).blur(9))
