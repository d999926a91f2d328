/** How sure we are of a link: on record, checked by staff, or as the group tells it. */
export type Evidence = 'documented' | 'verified' | 'stated'
