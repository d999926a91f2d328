import { randomBytes } from 'node:crypto'
import { describe, expect } from 'vitest'
import { newCode, newId } from '#app/lib/ids.ts'
import { inFixedWorld } from '#db/seed/demo/fixed-world.ts'
import { Agenda } from '#db/seed/demo/history/agenda.ts'
import { test } from '#tests/support/test.ts'

const MOMENT = new Date('2026-03-01T02:00:00Z')

describe('fixed world', () => {
  test('the same seed draws the same ids and codes; another seed draws others', async ({ ctx }) => {
    const draw = (seed: string) =>
      inFixedWorld(seed, async (world) => {
        await world.travelTo(ctx.db, MOMENT)
        return [newId(), newId(), newCode(6)]
      })
    const first = await draw('a')
    expect(await draw('a')).toEqual(first)
    expect(await draw('b')).not.toEqual(first)
    expect(new Set(first).size).toBe(3)
  })

  test('ids carry the moment travelled to', async ({ ctx }) => {
    const id = await inFixedWorld('a', async (world) => {
      await world.travelTo(ctx.db, MOMENT)
      return newId()
    })
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(MOMENT.getTime())
  })

  test('nobody outside notices: chance and clock stay real for everything else', async ({ ctx }) => {
    let draw: () => { bytes: string; now: number } = () => ({ bytes: '', now: 0 })
    const outside = new Promise<{ bytes: string; now: number }>((seen) => {
      // a callback that was waiting before the world began, as a request would be
      draw = () => ({ bytes: randomBytes(8).toString('hex'), now: Date.now() })
      setTimeout(() => seen(draw()), 30)
    })
    const inside = await inFixedWorld('a', async (world) => {
      await world.travelTo(ctx.db, MOMENT)
      await new Promise((later) => setTimeout(later, 60))
      return draw()
    })
    expect(inside.now).toBe(MOMENT.getTime())
    const seen = await outside
    expect(Math.abs(seen.now - Date.now())).toBeLessThan(10_000)
    expect(seen.bytes).not.toBe(inside.bytes)
  })

  test('when it ends, even by failing, everything is as before', async () => {
    await expect(inFixedWorld('a', () => Promise.reject(new Error('stop')))).rejects.toThrow('stop')
    expect(randomBytes(8)).not.toEqual(randomBytes(8))
    expect(Math.abs(Date.now() - new Date().getTime())).toBeLessThan(1_000)
  })
})

describe('agenda', () => {
  test('gives steps by their moment, equal ones as they were entered, and none after the end', async () => {
    const agenda = new Agenda()
    const told: string[] = []
    const enter = (name: string, minute: number) =>
      agenda.add({ at: new Date(minute * 60_000), run: async () => void told.push(name) })
    enter('late', 30)
    enter('first', 10)
    enter('same moment, entered second', 10)
    enter('after the end', 90)
    const end = new Date(60 * 60_000)
    for (let step = agenda.next(end); step; step = agenda.next(end)) await step.run()
    expect(told).toEqual(['first', 'same moment, entered second', 'late'])
  })
})
