import type { Words } from '#app/ui/prose.tsx'
import { buyersEn, peopleEn } from './kept.en.ts'
import { KeptData } from './kept.tsx'

export const privacyEn: Words = {
  title: 'Personal data',
  description:
    'What personal data Anyam Kayong keeps, what for, who sees it, for how long, and how to see, correct or delete yours.',
  lead: 'We keep as little as we can, only to deliver your order and to record trainings. No advertising, no trackers.',
  updatedOn: '2026-11-26',
  sections: [
    {
      id: 'siapa',
      title: 'Who is responsible?',
      body: (
        <p>
          The operator of this site, whose name and address are at the foot of every page, under Indonesian
          Law 27 of 2022 on the Protection of Personal Data.
        </p>
      ),
    },
    {
      id: 'pembeli',
      title: 'What is kept about buyers?',
      body: <KeptData kept={buyersEn} locale="en" />,
    },
    {
      id: 'program',
      title: 'What is kept about participants, members and account holders?',
      body: <KeptData kept={peopleEn} locale="en" />,
    },
    {
      id: 'tidak',
      title: 'What do we never ask for?',
      body: (
        <ul>
          <li>
            Identity numbers or photos of identity cards. The name, address and note of an order refuse
            numbers of that length.
          </li>
          <li>PINs, bank passwords or one-time codes from your bank.</li>
          <li>Your phone’s location, your contacts or your social media accounts.</li>
          <li>An account to shop with.</li>
        </ul>
      ),
    },
    {
      id: 'kuki',
      title: 'Which cookies are used?',
      body: (
        <>
          <p>Only those the site needs to work. All of them are this site’s own.</p>
          <dl>
            <dt>Basket</dt>
            <dd>Remembers what is in your basket. 30 days.</dd>
            <dt>Destination</dt>
            <dd>Remembers the district you chose for shipping estimates. 30 days.</dd>
            <dt>Order</dt>
            <dd>
              Opens your order page once you have used a link or an order code, so that the secret link does
              not stay in the address. 90 days.
            </dd>
            <dt>Message</dt>
            <dd>Carries what was just done to the next page, so that it can say so once. One minute.</dd>
            <dt>Sign-in</dt>
            <dd>
              For groups and staff only, while they are signed in. A browser in which staff have signed in is
              remembered for up to 400 days, so that nobody else can lock the account with wrong passwords.
            </dd>
          </dl>
          <p>
            Server logs hold no internet addresses, names or numbers of yours. To stop people from guessing
            codes, attempts are counted per internet address in a scrambled form that cannot be turned back.
          </p>
        </>
      ),
    },
    {
      id: 'pihak-lain',
      title: 'Who outside receives data?',
      body: (
        <ul>
          <li>The courier, boat or person who delivers: the name, number and address on your parcel.</li>
          <li>Our bank: the name of the sender of a transfer, from your own bank.</li>
          <li>
            Stripe, if you pay by card: the order code, what you bought and how many, the shipping, the
            amount, and your email if you gave one.
          </li>
          <li>The services that carry our emails and messages: where they go and what they say.</li>
          <li>WhatsApp, only if you press its link yourself.</li>
        </ul>
      ),
    },
    {
      id: 'hak',
      title: 'What are your rights?',
      body: (
        <>
          <ul>
            <li>To know what we keep about you, and to have a copy.</li>
            <li>To have mistakes corrected.</li>
            <li>To have it deleted, or no longer used.</li>
            <li>To withdraw consent at any time, without giving a reason.</li>
          </ul>
          <p>
            Contact us with your order code or the name of your group. We may ask something back, to be sure
            it is you. Once consent is withdrawn, use of the data stops within 3&nbsp;×&nbsp;24&nbsp;hours.
            Records of money remain, without a name.
          </p>
        </>
      ),
    },
    {
      id: 'anak',
      title: 'What about children?',
      body: (
        <p>
          We do not show the names, photos or stories of anyone under 18. If a child takes part in a training,
          keeping a record of it needs the consent of a parent or guardian.
        </p>
      ),
    },
    {
      id: 'bocor',
      title: 'What if data leaks?',
      body: (
        <p>
          We tell you and the authority in writing within 3&nbsp;×&nbsp;24&nbsp;hours: which data, when, how,
          and what has been done about it.
        </p>
      ),
    },
  ],
}
