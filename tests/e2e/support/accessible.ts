import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

const WIDTHS = [360, 1280]
/** A theme changes colours and nothing else, so in the second one only what colours can break is looked for. */
const THEMES: ['light' | 'dark', RunOptions['runOnly']][] = [
  ['light', { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }],
  ['dark', { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }],
]

/** No barrier on a phone and on a desk, in light and in dark; the page is left as it was found. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize()
  // once a page: to read the rules anew for each look took longer than to look
  await page.evaluate(axe.source)
  for (const width of WIDTHS) {
    await showWhole(page, width)
    for (const [colorScheme, runOnly] of THEMES) {
      // still, because a colour half way from one theme to the other is nobody's
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await findBarriers(page, runOnly), `${page.url()} ${width} px ${colorScheme}`).toEqual([])
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  if (before) await page.setViewportSize(before)
}

/** What is in order need not be described: more than half of the time went into that. */
function findBarriers(page: Page, runOnly: RunOptions['runOnly']): Promise<string[]> {
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    },
    { runOnly, resultTypes: ['violations'] } as RunOptions,
  )
}

/** As tall as the page is long: a bar kept at the lower edge then covers nothing that scrolling would uncover. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 740 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
}
