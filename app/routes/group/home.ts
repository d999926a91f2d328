import { redirect } from '@remix-run/node'

/** A group's day begins with what it has to send. */
export const loader = () => redirect('/kelompok-saya/pesanan')
