import type { Words } from '#app/ui/prose.tsx'

export const returnsEn: Words = {
  title: 'Exchanges and returns',
  description:
    'Damaged, wrong or not as described? Tell us within 2 working days of receiving it, and exchange it or get your money back.',
  lead: 'Damaged, wrong, or not as described? Tell us within 2 working days of receiving it. You may have it exchanged or get your money back.',
  sections: [
    {
      id: 'kapan',
      title: 'When may I exchange or return something?',
      body: (
        <>
          <ul>
            <li>It is damaged, torn or mouldy, or a seam has come undone.</li>
            <li>It is not what you ordered, or something is missing.</li>
            <li>Its size, material or colour differs from what the product page says.</li>
          </ul>
          <p>
            Within that time you may also cancel the purchase of something you have not used. Pieces made to
            order carry the same right.
          </p>
        </>
      ),
    },
    {
      id: 'waktu',
      title: 'How long do I have?',
      body: (
        <>
          <p>
            At least 2 working days from the day you receive it. That is your right under Indonesian
            Government Regulation 80 of 2019 on trade through electronic systems.
          </p>
          <p>If a fault only shows later, tell us directly. We look into it together with the group.</p>
        </>
      ),
    },
    {
      id: 'cara',
      title: 'What do I do?',
      body: (
        <ol>
          <li>
            Open your order through <a href="/en/pesanan/lacak">Track an order</a>.
          </li>
          <li>At the parcel, write what is wrong, and whether you want an exchange or your money back.</li>
          <li>Keep the piece and its packaging. If you can, take a photo first.</li>
          <li>Library staff contact you at the number you gave with the order.</li>
        </ol>
      ),
    },
    {
      id: 'ongkos',
      title: 'Who pays to send it back?',
      body: (
        <>
          <p>If it is damaged, wrong or not as described: we do. It costs you nothing.</p>
          <p>If you changed your mind: you do.</p>
        </>
      ),
    },
    {
      id: 'uang',
      title: 'How does the money come back?',
      body: (
        <p>
          What you paid by transfer is transferred to your bank account; staff contact you to ask which one.
          What you paid in cash you can collect at the library or have transferred. What you paid by card goes
          back to the same card. If the card does not take it, staff contact you as well. The order page shows
          the amount and the date.
        </p>
      ),
    },
    {
      id: 'buatan-tangan',
      title: 'Made by hand: how much difference is normal?',
      body: (
        <>
          <p>
            No two woven pieces are the same. Every product page states, in centimetres, by how much the size
            may differ. A dyed colour can be a little lighter or darker, and pandan has marks of its own.
          </p>
          <p>Beyond the stated limit it is not as described, and may be exchanged.</p>
          <p>
            Pictures marked “Illustration” are drawn by computer. Where a piece differs from its written
            description, we hold ourselves to the words.
          </p>
        </>
      ),
    },
    {
      id: 'batal',
      title: 'Can I cancel before it is sent?',
      body: (
        <p>
          Not paid yet: choose “Cancel the order” on your order’s page, or just leave it, and the order is
          cancelled when its deadline passes. A receipt sent already: the order does not end by itself while
          staff look at it, so contact us. Paid but not sent yet: contact us as soon as you can, with your
          order code.
        </p>
      ),
    },
    {
      id: 'mengadu',
      title: 'What if we do not put it right?',
      body: (
        <>
          <p>You may complain to the Indonesian government:</p>
          <dl>
            <dt>Directorate General of Consumer Protection and Trade Compliance, Ministry of Trade</dt>
            <dd>
              WhatsApp <a href="https://wa.me/6285311111010">+62 853-1111-1010</a>, phone{' '}
              <a className="nowrap" href="tel:+62213441839">
                +62 21 344-1839
              </a>
              , or <a href="https://simpktn.kemendag.go.id">simpktn.kemendag.go.id</a>
            </dd>
          </dl>
        </>
      ),
    },
  ],
}
