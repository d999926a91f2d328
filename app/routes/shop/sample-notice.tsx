import { m } from '#app/paraglide/messages.js'
import { Notice } from '#app/ui/notice.tsx'
import { shopHref } from '#app/ui/shop-href.ts'

/** Says of something on a page of its own that it is invented, and where to read what is not. */
export const SampleNotice = ({ title, children }: { title: string; children: string }) => (
  <Notice title={title}>
    <p>
      {children} <a href={`${shopHref('/tentang')}#nyata`}>{m.common_demo_strip_link()}</a>
    </p>
  </Notice>
)
