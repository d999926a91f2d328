import type { GroupInCare } from '#app/domain/fulfilment/group-care.queries.server.ts'

/** Whether news of a group's orders would reach nobody: it sells, and has no phone that is open. */
export const reachesNobody = (group: Pick<GroupInCare, 'orderPhone' | 'showsSamplesOnly'>): boolean =>
  !group.orderPhone && !group.showsSamplesOnly
