/** Alive: the process answers. Says nothing about the database, so that a database restart does not kill it. */
export const loader = () => new Response('hidup\n', { headers: { 'Cache-Control': 'no-store' } })
