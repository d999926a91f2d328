import { ATTRIBUTION } from '#app/domain/outcomes/definitions.ts'
import type { Words } from '#app/ui/prose.tsx'

/** What holds for every figure. */
export const rulesEn: Words = {
  title: 'How we count',
  description:
    'What each of Anyam Kayong’s outcome figures means: its formula, source, denominator and cut-off date, and what it does not say.',
  lead: 'Every figure on the outcomes page has a formula, a source and a cut-off date. They are all written down here, and so is what the figure does not say.',
  sections: [
    {
      id: 'sumber',
      title: 'Where do the figures come from?',
      body: (
        <p>
          From this site’s own records: attendance lists filled in by staff, pieces listed by groups, orders
          and the accounts. Sales elsewhere are not counted. Only “participants as reported” is taken from the
          news; each training’s page names the source.
        </p>
      ),
    },
    {
      id: 'tanggal',
      title: 'Up to which date?',
      body: (
        <p>
          Every figure states its cut-off date, in Kayong Utara time (UTC+7). A figure can change when older
          records are completed or money is returned.
        </p>
      ),
    },
    {
      id: 'penyebut',
      title: 'Why is it always “so many out of so many”?',
      body: (
        <p>
          So that it is clear what is compared with what. Where there is no denominator yet we write “no data
          yet”, not 0%. What is unknown counts as unknown, never as zero.
        </p>
      ),
    },
    {
      id: 'selesai',
      title: 'When does a sale count?',
      body: (
        <>
          <p>
            Once it is paid and the buyer has received it, or 14 days after it was sent (where the way is
            longer: a week after it should have arrived) without a problem being reported. Only the price of
            the pieces counts, not shipping or the unique code. Money returned is taken off.
          </p>
          <p>Sales are not profit: materials and the weavers’ work have not been deducted.</p>
        </>
      ),
    },
    {
      id: 'terkait',
      title: 'What does “linked to a training” mean?',
      body: (
        <>
          <p>
            The piece has a trace to a training its group attended, and had it on the day it was ordered.
            Pieces whose technique is the group’s own tradition are not included.
          </p>
          <p>A piece linked to two trainings is counted once in the total.</p>
        </>
      ),
    },
    {
      id: 'sembunyi',
      title: 'Why does it sometimes say “<5”?',
      body: (
        <p>
          In a small village, one to four people are easily recognised. We hide numbers that small. Zero stays
          zero. What any one person earns is never shown.
        </p>
      ),
    },
    {
      id: 'tidak',
      title: 'What do these figures not say?',
      body: (
        <p>
          {ATTRIBUTION.en} Many groups wove before they were trained, and have had other help as well; each
          group’s page names it. There is no comparison group, so we do not know what would have happened
          without a training.
        </p>
      ),
    },
  ],
}
