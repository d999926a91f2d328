import { m } from '#app/paraglide/messages.js'
import { Brand } from './brand.tsx'
import { shopHref } from './shop-href.ts'

/** The office that answers for the shop, as it stands in the data. */
export type Operator = {
  name: string
  address: string
  /** As printed, and as dialled. */
  phone?: { label: string; number: string }
  whatsappHref?: string
}

export function SiteFooter({ operator }: { operator: Operator }) {
  return (
    <footer className="site-foot">
      <div className="edge" />
      <div className="wrap">
        <div>
          <Brand href={shopHref('/')} />
          <p className="small">
            {m.common_footer_about()} {m.common_footer_illustrations()}
          </p>
          <address className="small">
            <b>{operator.name}</b>
            <br />
            {operator.address}
            {operator.phone && (
              <>
                <br />
                <a href={`tel:${operator.phone.number}`}>
                  {m.common_footer_phone()} {operator.phone.label}
                </a>
              </>
            )}
          </address>
        </div>
        <FooterHelp whatsappHref={operator.whatsappHref} />
        <FooterAbout />
      </div>
    </footer>
  )
}

function FooterHelp({ whatsappHref }: { whatsappHref?: string }) {
  return (
    <FooterNav
      title={m.common_footer_help()}
      links={[
        [shopHref('/pesanan/lacak'), m.common_footer_track()],
        [shopHref('/j'), m.catalogue_code_title()],
        [shopHref('/bantuan/kirim'), m.common_footer_shipping()],
        [shopHref('/bantuan/bayar'), m.common_footer_payment()],
        [shopHref('/bantuan/kembali'), m.common_footer_returns()],
        [shopHref('/bantuan/luar-negeri'), m.common_footer_abroad()],
        whatsappHref
          ? [whatsappHref, m.common_footer_ask()]
          : [shopHref('/bantuan/tanya'), m.common_footer_ask_plain()],
      ]}
    />
  )
}

function FooterAbout() {
  return (
    <div>
      <FooterNav
        title={m.common_footer_project()}
        links={[
          [shopHref('/tentang'), m.common_footer_who()],
          [shopHref('/motif'), m.common_footer_motifs()],
          [shopHref('/dampak/cara-hitung'), m.common_footer_counting()],
          [shopHref('/privasi'), m.common_footer_privacy()],
          [shopHref('/aksesibilitas'), m.common_footer_accessibility()],
        ]}
      />
      <FooterNav
        title={m.common_footer_for_groups()}
        links={[
          ['/masuk', m.common_footer_sign_in()],
          [shopHref('/pelatihan'), m.common_footer_trainings()],
        ]}
      />
    </div>
  )
}

function FooterNav({ title, links }: { title: string; links: [href: string, label: string][] }) {
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
