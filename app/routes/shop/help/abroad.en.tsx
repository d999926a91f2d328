import type { Words } from '#app/ui/prose.tsx'
import { AbroadPayment } from '../abroad-payment.tsx'

export const abroadEn: Words = {
  title: 'Shipping abroad',
  description:
    'Woven crafts from Kayong Utara can be sent abroad. We ask for the shipping cost first; only then do you decide whether to pay.',
  lead: 'Yes, we send abroad. We first find out the cost for your address. You pay only once you know the total.',
  sections: [
    {
      id: 'cara',
      title: 'How does it work?',
      body: (
        <ol>
          <li>
            Fill your basket as usual. At the address step, press “Enter an address abroad” and choose your
            country.
          </li>
          <li>Finish the order without paying. The pieces are kept for you.</li>
          <li>Within 48 hours we ask a carrier what the shipping costs.</li>
          <li>
            We tell you the total in rupiah, and you have 24 hours to pay. Deadlines are given in WIB, the
            time of western Indonesia (UTC+7): noon WIB is 5:00 in the morning UTC.
          </li>
          <li>Too much? Just leave it. The order lapses by itself and nothing is charged.</li>
        </ol>
      ),
    },
    {
      id: 'kenapa',
      title: 'Why is there no price straight away?',
      body: (
        <p>
          Rates abroad depend on the country, the weight and the size of the package, and they change often.
          We would rather not print a number that may turn out wrong.
        </p>
      ),
    },
    {
      id: 'bayar',
      title: 'How do I pay from abroad?',
      body: (
        <>
          <AbroadPayment />
          <p>
            With a transfer the amount that arrives must be exactly the total, so ask your bank to charge its
            fees to you. <a href="/en/bantuan/bayar">How to pay</a>
          </p>
        </>
      ),
    },
    {
      id: 'bea',
      title: 'What about customs and quarantine?',
      body: (
        <>
          <p>Import duty and taxes in your country are not included and are paid by the recipient.</p>
          <p>
            Woven pandan is made of dried leaf. Some countries inspect plant goods strictly. Before ordering,
            please ask your customs or quarantine office whether woven dried leaf may be brought in.
          </p>
        </>
      ),
    },
    {
      id: 'lama',
      title: 'How long does it take?',
      body: (
        <p>
          The estimate comes together with the cost, because every country differs. “Leaves by” is the day it
          leaves Kayong Utara.
        </p>
      ),
    },
    {
      id: 'kembali',
      title: 'What if it arrives damaged or wrong?',
      body: (
        <p>
          You have the same rights as a buyer in Indonesia. Please report it on the order page first and do
          not send it back straight away. <a href="/en/bantuan/kembali">Exchanges and returns</a>
        </p>
      ),
    },
  ],
}
