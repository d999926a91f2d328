import type { Words } from '#app/ui/prose.tsx'

export const accessibilityEn: Words = {
  title: 'Accessibility',
  description:
    'How this site is made so that everyone can use it: keyboard, screen reader, small screens, weak signal, and no JavaScript.',
  lead: 'This site is made for everyone: old phones, weak signal, screen readers and keyboards included.',
  updatedOn: '2026-11-26',
  sections: [
    {
      id: 'ukuran',
      title: 'What do we measure ourselves by?',
      body: (
        <p>
          WCAG 2.2 level AA, the international guidelines for accessible sites. Every page of the shop is made
          to follow them.
        </p>
      ),
    },
    {
      id: 'bisa',
      title: 'What can you rely on?',
      body: (
        <ul>
          <li>Everything works with a keyboard alone. Where you are is always marked by a thick outline.</li>
          <li>
            Text can be made twice as large on a phone, and whole pages four times as large on a computer,
            without moving the page sideways. Only wide tables of figures scroll, inside their own box.
          </li>
          <li>Light or dark follows your device, and both are equally clear.</li>
          <li>Nothing is said by colour alone. There is always a word or a shape.</li>
          <li>
            Every picture of a craft has a written description, which also says if it is an illustration.
          </li>
          <li>Buttons and menu links are large enough for a thumb.</li>
          <li>Mistakes in forms are explained in words beside the field. What you typed is kept.</li>
          <li>
            You can shop to the end without JavaScript, without an account, without remembering a password.
          </li>
          <li>Pages are small. If your device asks to save data, pictures are smaller still.</li>
          <li>Nothing moves, makes sounds or counts down by itself.</li>
        </ul>
      ),
    },
    {
      id: 'periksa',
      title: 'How do we check?',
      body: (
        <>
          <p>
            Every change is checked with the axe test program in a real browser: both languages, light and
            dark, screens 360 and 1280 pixels wide. Each pair of colours is measured. Shopping is tried with
            and without JavaScript.
          </p>
          <p>
            Programs do not catch everything. No outside tester has yet examined this site with a screen
            reader.
          </p>
        </>
      ),
    },
    {
      id: 'kurang',
      title: 'What is still missing?',
      body: (
        <ul>
          <li>The pages for groups and staff are in Indonesian only.</li>
          <li>There is no audio or sign language; everything is in writing.</li>
          <li>Stripe’s card page, and WhatsApp, are beyond our control.</li>
          <li>The news reports we link to belong to others and may not be accessible.</li>
        </ul>
      ),
    },
    {
      id: 'lapor',
      title: 'Is something hard to use?',
      body: (
        <p>
          Tell us which page and what did not work, and the device or aid you use. Staff in the reading room
          can sit with you while you use this site and order.
        </p>
      ),
    },
  ],
}
