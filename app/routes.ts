import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

const shop = (path: string, file: string) => route(path, `routes/shop/${file}`)
const account = (path: string, file: string) => route(path, `routes/account/${file}`)
const group = (path: string, file: string) => route(path, `routes/group/${file}`)
const staff = (path: string, file: string) => route(path, `routes/staff/${file}`)
const machine = (path: string, file: string) => route(path, `routes/files/${file}.ts`)

/** Every address of the shop, the group console and the staff console. Indonesian words in both languages. */
export default [
  ...prefix('en?', [
    layout('routes/shop/layout.tsx', [
      index('routes/shop/home.tsx'),
      shop('barang', 'products.tsx'),
      shop('barang/jenis/:kind', 'kind.tsx'),
      shop('barang/:slug', 'product.tsx'),
      shop('motif', 'motifs.tsx'),
      shop('motif/:slug', 'motif.tsx'),
      shop('kelompok', 'groups.tsx'),
      shop('kelompok/:slug', 'group.tsx'),
      shop('pelatihan', 'trainings.tsx'),
      shop('pelatihan/:slug', 'training.tsx'),
      shop('perpustakaan/:slug', 'library.tsx'),
      shop('dampak', 'outcomes.tsx'),
      shop('dampak/cara-hitung', 'counting.tsx'),

      shop('keranjang', 'basket.tsx'),
      shop('checkout/alamat', 'checkout-address.tsx'),
      shop('checkout/kirim', 'checkout-delivery.tsx'),
      shop('checkout/bayar', 'checkout-payment.tsx'),
      shop('pesanan/lacak', 'track-order.tsx'),
      shop('pesanan/:code', 'order.tsx'),
      shop('pesanan/:code/bukti', 'transfer-proof.tsx'),
      shop('pesanan/:code/kartu', 'card-payment.tsx'),

      shop('bantuan', 'help.tsx'),
      shop('bantuan/tanya', 'ask.tsx'),
      shop('bantuan/:topic', 'help-topic.tsx'),
      shop('tentang', 'about.tsx'),
      shop('privasi', 'privacy.tsx'),
      shop('aksesibilitas', 'accessibility.tsx'),
      shop('j', 'find-trace.tsx'),
      shop('*', 'not-found.tsx'),
    ]),
    shop('pesanan/:code/buka/:token', 'open-order.ts'),
    shop('j/:code', 'trace-code.ts'),
  ]),

  layout('routes/account/layout.tsx', [
    ...prefix('masuk', [
      index('routes/account/sign-in.tsx'),
      account('kode', 'code.tsx'),
      account('tautan/:token', 'link.tsx'),
      account('dua-langkah', 'two-factor.tsx'),
      account('lupa', 'forgot.tsx'),
      account('atur-sandi/:token', 'set-password.tsx'),
    ]),
    account('akun', 'sessions.tsx'),
    account('akun/sandi', 'password.tsx'),
    account('akun/dua-langkah', 'second-step.tsx'),
  ]),
  account('keluar', 'sign-out.ts'),

  route('kelompok-saya', 'routes/group/layout.tsx', [
    index('routes/group/home.ts'),
    group('pesanan', 'parcels.tsx'),
    group('pesanan/:parcelId', 'parcel.tsx'),
    group('pesanan/:parcelId/ongkos', 'correct-shipping.tsx'),
    group('pesanan/:parcelId/kirim', 'dispatch.tsx'),
    group('pesanan/:parcelId/tidak-bisa', 'decline.tsx'),
    group('bantuan', 'help.tsx'),
    group('*', 'not-found.ts'),
  ]),

  route('petugas', 'routes/staff/layout.tsx', [
    index('routes/staff/outcomes.tsx'),
    staff('pesanan', 'orders.tsx'),
    staff('pesanan/:orderId', 'order.tsx'),
    staff('transfer', 'transfers.tsx'),
    staff('tugas', 'tasks.tsx'),
    staff('kelompok', 'groups.tsx'),
    staff('kelompok/:groupId/tautan', 'sign-in-link.tsx'),
    staff('akun', 'accounts.tsx'),
    staff('definisi', 'definitions.tsx'),
    staff('*', 'not-found.ts'),
  ]),
  staff('bukti/*', 'proof-image.ts'),

  machine('sitemap.xml', 'sitemap'),
  machine('robots.txt', 'robots'),
  machine('gambar/*', 'image'),
  machine('webhook/bayar', 'card-webhook'),
  machine('sehat', 'live'),
  machine('sehat/siap', 'ready'),
  route('lokal/surat', 'routes/local/letters.tsx'),
  route('lokal/surat/:id', 'routes/local/letter.tsx'),
] satisfies RouteConfig
