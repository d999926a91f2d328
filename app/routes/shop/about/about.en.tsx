import type { Words } from '#app/ui/prose.tsx'
import type { SupporterNameData } from '#app/ui/supporter-name.tsx'
import { ExampleTrace } from './example-trace.tsx'
import { Sources } from './sources.tsx'

/** With everybody else who helped the group of the example, as its own page names them. */
export const aboutEn = (supporters: readonly SupporterNameData[]): Words => ({
  title: 'Who we are',
  description:
    'Anyam Kayong sells woven pandan crafts from groups in Kayong Utara and shows who wove each piece and the library training behind it.',
  lead: 'Anyam Kayong is a market for crafts woven by groups in Kayong Utara Regency, West Kalimantan. Every piece says who wove it, and which library training it is linked to.',
  sections: [
    {
      id: 'pengelola',
      title: 'Who runs it?',
      body: (
        <>
          <p>
            The library service of Kayong Utara, together with the weaving groups. The library looks after
            this site, receives payments and records each group’s share. The groups make the pieces, set the
            prices and send them.
          </p>
          <p>
            <a href="/en/perpustakaan/dispersip-kayong-utara">
              Library and Archives Service of Kayong Utara Regency (Dinas Perpustakaan dan Kearsipan)
            </a>
          </p>
        </>
      ),
    },
    {
      id: 'program',
      title: 'Why would a library look after weaving?',
      body: (
        <>
          <p>
            The National Library of Indonesia runs a programme called{' '}
            <b lang="id">Transformasi Perpustakaan Berbasis Inklusi Sosial</b>, library transformation based
            on social inclusion. The idea: a library is not only a place for books, but also a place where
            people learn skills and improve how they live.
          </p>
          <p>It works in three ways:</p>
          <ul>
            <li>better information services, computers and internet included;</li>
            <li>involving the community through activities and trainings;</li>
            <li>advocacy: winning the support of others.</li>
          </ul>
        </>
      ),
    },
    {
      id: 'pelatihan',
      title: 'What happened on 18\u00a0August\u00a02020?',
      body: (
        <>
          <p>
            On 27–29 July 2020 library staff took part in an online training by the National Library. Three
            weeks later, on Tuesday 18 August 2020, the library and archives service presented the programme
            and held a training in weaving pandan goods, in its own reading room. Those who came were the
            craft group Peramas Indah of Sukadana and village library officers. Numbers were kept small and
            health rules followed.
          </p>
          <p>
            The plan was to continue with other groups in several districts, together with other agencies and
            third parties. On 31 August 2021 a training in making lekar from coconut-leaf ribs was held, with
            15 participants.
          </p>
          <p>
            <a href="/en/pelatihan/anyaman-pandan-2020">The pandan weaving training of 2020</a> ·{' '}
            <a href="/en/pelatihan">All trainings</a>
          </p>
        </>
      ),
    },
    {
      id: 'pendukung',
      title: 'Who else helps the groups?',
      body: (
        <>
          <p>
            <a href="/en/kelompok/peramas-indah">Peramas Indah</a>, in Pangkalan Buton village, was weaving
            long before any library training. Yayasan Palung has trained this group since November 2011, the
            last time before August 2020 on 29–30 January 2020, in the gallery of the regency’s craft council
            (Dekranasda).
          </p>
          <p>That is why every group’s page names all the supporters we know of, not only the library.</p>
        </>
      ),
    },
    {
      id: 'jejak',
      title: 'What does a piece’s trace mean?',
      body: (
        <>
          <p>A trace has five links: library, training, group, weaver, craft.</p>
          <p>
            This is how it begins for the group Peramas Indah. Who wove is not recorded yet, so that link
            stays empty.
          </p>
          <ExampleTrace locale="en" supporters={supporters} />
          <dl>
            <dt>On record</dt>
            <dd>An attendance list, a news report or a letter says so.</dd>
            <dt>Checked by staff</dt>
            <dd>Library staff have checked it themselves.</dd>
            <dt>As told by the group</dt>
            <dd>The group says so; nobody else has checked it yet.</dd>
            <dt>The group’s own tradition</dt>
            <dd>The technique was known before any training. We link it to none.</dd>
            <dt>Not recorded yet</dt>
            <dd>We do not know, and we do not make it up.</dd>
          </dl>
        </>
      ),
    },
    {
      id: 'tidak',
      title: 'What do we not claim?',
      body: (
        <ul>
          <li>
            We do not say that a training caused a sale. We only write “linked to a training” and “after the
            training”. Coming later does not make something an effect.
          </li>
          <li>We do not publish what any one person earns.</li>
          <li>Members’ names, photos and stories appear only if they agreed.</li>
          <li>The meaning of a motif is given with who told it. If nobody has told it, it stays empty.</li>
          <li>Very small numbers of people are hidden, so that nobody can be recognised.</li>
        </ul>
      ),
    },
    {
      id: 'nyata',
      title: 'What is real, and what is sample data?',
      body: (
        <>
          <p>This site currently holds sample data, to show how it works.</p>
          <dl>
            <dt>Real</dt>
            <dd>
              The library and archives service, the trainings of 18 August 2020 and 31 August 2021, the group
              Peramas Indah and its supporters, the names of districts and villages, the kinds of craft,
              techniques, materials and motifs.
            </dd>
            <dt>Invented</dt>
            <dd>
              Five other groups, the village libraries, all trainings but the two above (also those written
              here as held by the library service), all names of people, the pieces, prices, orders and
              outcome figures. The sample bank account receives no money.
            </dd>
            <dt>Peramas Indah</dt>
            <dd>
              The goods shown under this group’s name are samples only. No people, quotes, sales or income
              have been invented for it.
            </dd>
          </dl>
        </>
      ),
    },
    {
      id: 'gambar',
      title: 'Why are some pictures marked “Illustration”?',
      body: (
        <p>
          They are drawn by computer and are not photographs of the piece. They stand in until the group has
          sent a photo, and are always marked. The written size and description are those of the piece itself.
        </p>
      ),
    },
    { id: 'sumber', title: 'Where do these facts come from?', body: <Sources locale="en" /> },
  ],
})
