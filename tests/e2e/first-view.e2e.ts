import { expect, test } from '@playwright/test'

const KB = 1024

// a browser also fetches pictures of which nothing is seen yet
for (const deviceScaleFactor of [2, 3]) {
  test(`a phone with ${deviceScaleFactor} dots a pixel fetches at most 150 KB before anybody scrolls`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      baseURL,
      viewport: { width: 360, height: 780 },
      deviceScaleFactor,
    })
    for (const path of ['/', '/barang', '/barang/tas-selempang-tampuk-manggis', '/kelompok', '/en']) {
      const page = await context.newPage()
      const network = await context.newCDPSession(page)
      await network.send('Network.enable')
      await network.send('Network.setCacheDisabled', { cacheDisabled: true })
      let fetched = 0
      network.on('Network.loadingFinished', ({ encodedDataLength }) => {
        fetched += encodedDataLength
      })
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      expect(fetched, path).toBeGreaterThan(40 * KB)
      expect(fetched, path).toBeLessThanOrEqual(150 * KB)
      await page.close()
    }
    await context.close()
  })
}
