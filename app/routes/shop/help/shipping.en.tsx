import type { Words } from '#app/ui/prose.tsx'

export const shippingEn: Words = {
  title: 'Shipping cost and time',
  description:
    'How woven crafts travel from Kayong Utara: collected at the library, delivered nearby, sent by boat or by courier. You see the cost before you pay.',
  lead: 'Each group sends its own work from its own village. You see the cost and the expected arrival before you pay.',
  sections: [
    {
      id: 'dari-mana',
      title: 'Where do parcels come from?',
      body: (
        <>
          <p>From the village of the group that wove the piece, in Kayong Utara Regency, West Kalimantan.</p>
          <p>
            If your basket holds work from two groups, there will be two parcels. Each has its own cost, date
            and tracking number.
          </p>
        </>
      ),
    },
    {
      id: 'cara',
      title: 'How can it be sent?',
      body: (
        <>
          <dl>
            <dt>Collect at the library</dt>
            <dd>
              Free. Pick it up in the reading room in Sukadana. Bring your order code. Pieces from a group on
              an island cannot be collected here.
            </dd>
            <dt>Collect from the group</dt>
            <dd>
              Free. You go to the group’s village once the piece is ready. Arrange a time by WhatsApp first.
            </dd>
            <dt>Brought by the group</dt>
            <dd>Someone from the group brings it, to places nearby.</dd>
            <dt>By boat</dt>
            <dd>Sent with a ferry or speedboat, for islands and places easier to reach by water.</dd>
            <dt>Courier</dt>
            <dd>With a parcel service, anywhere in Indonesia.</dd>
          </dl>
          <p>At the “Delivery” step you only see what is possible for your address.</p>
          <p>Collecting everything yourself? Then we ask for no address.</p>
        </>
      ),
    },
    {
      id: 'ongkos',
      title: 'How is the cost worked out?',
      body: (
        <>
          <p>
            By destination and weight. There are two weights: what the scales say, and what the packed size
            comes to. The larger one counts. Baskets and hats are light but bulky, so for them it is usually
            the size. Up to 300&nbsp;g above a full kilogram is not counted: 1.3&nbsp;kg still counts as
            1&nbsp;kg.
          </p>
          <div className="example">
            <p>
              <b>Weight by size, an example</b>
            </p>
            <p>
              A package of 40&nbsp;×&nbsp;30&nbsp;×&nbsp;20&nbsp;cm. 40&nbsp;×&nbsp;30&nbsp;×&nbsp;20 =
              24,000, divided by 6,000 = <b>4&nbsp;kg</b>. The basket itself may weigh 600&nbsp;g, but
              4&nbsp;kg is charged.
            </p>
          </div>
          <p>
            All of the shipping cost goes to the group, because the group pays the courier or the boat. We
            take no share of it.
          </p>
        </>
      ),
    },
    {
      id: 'belum-tahu',
      title: 'Why is the cost sometimes asked for first?',
      body: (
        <>
          <p>
            For some destinations we have no rate yet. You can still place the order, but do not pay yet. We
            find out the cost within 48 hours, and the pieces are kept for you meanwhile.
          </p>
          <p>
            Once it is certain we tell you the total. If it suits you, pay. If not, just leave it: the order
            lapses by itself and nothing is charged.
          </p>
          <p>
            A cost that was wrong can be put right as long as the order is not paid. You are told the old
            total and the new one, and have another 24 hours to pay.
          </p>
        </>
      ),
    },
    {
      id: 'lama',
      title: 'How long does it take?',
      body: (
        <>
          <p>Two times add up: getting the piece ready, and the journey.</p>
          <ul>
            <li>
              <b>Ready to send</b>: the piece is finished and only needs packing.
            </li>
            <li>
              <b>Made in so many days</b>: woven after you order. Pandan dries in the sun, so the rainy season
              can slow it down; the number of days already allows for that.
            </li>
          </ul>
          <p>
            Boats to the Karimata Islands do not leave every day. The days on the way already include the wait
            for the next sailing, so the shortest and the longest lie far apart. When the sea is not safe, the
            boat waits.
          </p>
        </>
      ),
    },
    {
      id: 'lacak',
      title: 'How do I see where my parcel is?',
      body: (
        <p>
          Open <a href="/en/pesanan/lacak">Track an order</a> and enter your order code and the last four
          digits of your phone number. You need no account. If you gave an email address, the link is in every
          email we send you as well.
        </p>
      ),
    },
    {
      id: 'terlambat',
      title: 'What if the promised date passes?',
      body: (
        <>
          <p>
            The “leaves by” date is set when you order, and the group cannot move it. It moves back only when
            the money comes, or is seen by staff, after the time to pay, or when a cost we had told you was
            wrong and putting it right gives you longer to pay.
          </p>
          <p>
            Library staff see every parcel that is late. You may ask at any time; please mention your order
            code.
          </p>
        </>
      ),
    },
    {
      id: 'tidak-bisa',
      title: 'What if the group cannot send it after all?',
      body: (
        <p>
          The group must say so and give the reason, and you are told at once. The money for that parcel is
          returned in full, shipping included. Parcels from other groups go ahead.
        </p>
      ),
    },
    {
      id: 'diterima',
      title: 'When does a parcel count as received?',
      body: (
        <p>
          When you press “I have received it” on the order page. If you do not, and no problem is reported, it
          counts as received 14 days after it was sent, or a week after the last day it should arrive, if that
          is later. The order page gives the day. That only closes the books; you may still report a piece
          that never came or came damaged: on the order page for 2 working days, then directly to staff.{' '}
          <a href="/en/bantuan/kembali">How to exchange or return something</a>
        </p>
      ),
    },
  ],
}
