import type { Kept } from './kept.tsx'

/** What buyers leave behind. Change it together with the software: it must say what is really kept. */
export const buyersEn: readonly Kept[] = [
  {
    what: 'Basket: its contents, the district of delivery, and the address you sent us by pressing a button',
    why: 'So that nothing is lost if the page closes or the signal drops. Until you press a button there, an address being typed does not reach us; it stays in your tab until that is closed.',
    who: 'Nobody else. Your browser holds the key; we keep only its fingerprint.',
    howLong: '30 days after it was last used.',
  },
  {
    what: 'Order: name, phone number, address (none if you collect everything yourself), note, and email if you gave one',
    why: 'To send the pieces, keep you informed, and deal with complaints.',
    who: 'Library staff. A group sees its own parcel only: before payment the first name with the district, regency and province (from abroad, the country); after it the name, number, full address and note. The note of an order paid in cash can be read at once. If the parcel is called off or its money goes back, it sees as little as before.',
    howLong:
      'While the order is under way and as long as its accounts must be kept. If you ask us to delete it, only figures without a name remain.',
  },
  {
    what: 'Proof of transfer: the photo you uploaded',
    why: 'To match the payment.',
    who: 'Library staff only. Location data inside the photo is removed on upload.',
    howLong: 'As long as the order.',
  },
  {
    what: 'Card payment: a reference number from Stripe',
    why: 'To match payments and return money.',
    who: 'Library staff. The card number is with Stripe only.',
    howLong: 'As long as the accounts.',
  },
  {
    what: 'Emails and messages we send: where to, about what, when',
    why: 'So that the same news is not sent twice.',
    who: 'Library staff.',
    howLong: 'As long as the order.',
  },
  {
    what: 'Questions you write: the text, your name, number or email address, and an order code if you give one',
    why: 'To reply to you.',
    who: 'Library staff.',
    howLong: 'Until 30 days after the reply.',
  },
]

/** What people of the programme leave behind. */
export const peopleEn: readonly Kept[] = [
  {
    what: 'Training participants: name, village, last four digits of the phone number, sex, year of birth, attendance',
    why: 'To count how many people took part without counting anyone twice.',
    who: 'Library staff. The site shows totals only; 1 to 4 people are written as “<5”.',
    howLong: 'While the programme runs, or until the person asks for deletion.',
  },
  {
    what: 'Group members: name, and consent for each purpose',
    why: 'To say who wove a piece, only if that person agreed.',
    who: 'Staff and the group itself. Visitors see a name only with consent.',
    howLong: 'While they are members. The record of consent is kept as proof.',
  },
  {
    what: 'Accounts of groups and staff: name, number or email, kind of browser, time of sign-in',
    why: 'To sign in safely, to see which devices are signed in, to tell a group of its orders, and to answer buyers.',
    who: 'The owner of the account, and staff who look after accounts. One number of each group, the one that receives its orders, is shown to everybody on the pages of its pieces, and to its buyers in letters, on the order’s page and on the parcel’s label.',
    howLong: 'A group’s session ends 90 days after its last use, a staff session after 12 hours at most.',
  },
  {
    what: 'Record of changes: who changed what, when, and why',
    why: 'So that every decision by staff and groups can be explained.',
    who: 'Library staff.',
    howLong: 'Never deleted, and cannot be altered.',
  },
]
