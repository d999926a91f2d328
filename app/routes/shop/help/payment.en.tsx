import type { Words } from '#app/ui/prose.tsx'
import { PayingByCard, WaysToPay } from './ways-to-pay.tsx'

export const paymentEn: Words = {
  title: 'How to pay',
  description:
    'Pay by bank transfer with a unique code, in cash when you collect at the library, or by card where offered. No account needed.',
  lead: 'You need no account. Prices are final. Only shipping is added, and the unique code if you transfer.',
  sections: [
    {
      id: 'cara',
      title: 'What can I pay with?',
      body: (
        <>
          <WaysToPay />
          <p>No way of paying costs extra.</p>
        </>
      ),
    },
    {
      id: 'transfer',
      title: 'How does a transfer with a unique code work?',
      body: (
        <>
          <p>
            A unique code of 1 to 999 rupiah is added to your total. By the exact total we know whose transfer
            it is.
          </p>
          <div className="example">
            <p>
              Bag IDR&nbsp;285,000 + shipping IDR&nbsp;18,000 + unique code IDR&nbsp;347. Transfer exactly
              <b className="number">
                IDR&nbsp;303,<mark>347</mark>
              </b>
            </p>
          </div>
          <ol>
            <li>Finish your order. The account number and the total appear on the order page.</li>
            <li>Transfer the exact amount, down to the last three digits. Do not round it.</li>
            <li>
              Do it within 24 hours. The order page shows the deadline in WIB, the time of western Indonesia
              (UTC+7).
            </li>
            <li>Staff match it with the bank’s records, and you are told.</li>
          </ol>
          <p>
            The unique code is kept apart in the books. It is not part of the price and never counts as a
            group’s sales.
          </p>
        </>
      ),
    },
    {
      id: 'bukti',
      title: 'Do I have to send proof?',
      body: (
        <p>
          No, but it speeds things up. Upload a photo of the receipt or a screenshot on the order page, 12 MB
          at most. Only staff see it. If it cannot be read, you are told why and can send another.
        </p>
      ),
    },
    {
      id: 'salah',
      title: 'What if the amount is wrong, or late?',
      body: (
        <>
          <p>Your money is not lost. Staff look at each case.</p>
          <ul>
            <li>
              <b>Late, and the pieces are still there</b>: the order goes ahead.
            </li>
            <li>
              <b>Late, and the pieces are gone</b>: you get all of it back.
            </li>
            <li>
              <b>You had cancelled the order</b>: you get all of it back.
            </li>
            <li>
              <b>The amount does not match</b>: staff contact you first. Nothing is settled behind your back.
            </li>
          </ul>
        </>
      ),
    },
    {
      id: 'ambil',
      title: 'How do I pay on collection?',
      body: (
        <>
          <p>
            Choose “Collect at the library” for every parcel, then choose to pay on collection. Pay the
            library staff in Sukadana in cash when you come for it.
          </p>
          <p>
            We keep it for 7 days after the day it was promised to be ready. After that the order is cancelled
            by itself and nothing is charged.
          </p>
        </>
      ),
    },
    {
      id: 'kartu',
      title: 'How do I pay by card?',
      body: (
        <PayingByCard>
          You are taken to a page run by Stripe. You enter the card number there; it neither passes through
          nor is kept by Anyam Kayong. You have 60 minutes once you have ordered, or 24 hours once the
          shipping cost is known where that had to be asked for. If you close the page too early, open it
          again from the order page. Cards are charged in rupiah; your bank sets the exchange rate.
        </PayingByCard>
      ),
    },
    {
      id: 'bayar-di-rumah',
      title: 'Can I pay at my door?',
      body: (
        <p>
          No. Cash is taken at the library only, so that staff receive and record every rupiah. Groups are not
          asked to hold buyers’ money.
        </p>
      ),
    },
    {
      id: 'ke-mana',
      title: 'Where does my money go?',
      body: (
        <p>
          To an account kept by the library service. Each group’s share is written down the moment you pay,
          and is the group’s own once you have received the piece. Every product page shows how the price is
          divided, and the parts always add up to it.
        </p>
      ),
    },
    {
      id: 'aman',
      title: 'How do I avoid being cheated?',
      body: (
        <p>
          The right account number is always the one on your order page; our letters name the same. If someone
          sends you another one, do not transfer; <a href="/en/bantuan/tanya">ask us</a> first. We never ask
          for a PIN, a bank’s one-time code or an identity card number.
        </p>
      ),
    },
  ],
}
