import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { desktop, expectSound, logIn, openBrowser, phone, visitor } from './browser';
import { describeEveryPage } from './every-page';

describe('every page', () => {
  describeEveryPage([
    { theme: 'light', screen: 'phone', viewport: phone },
    { theme: 'dark', screen: 'desktop', viewport: desktop },
  ]);
});

describe('the house', () => {
  let academy: Academy;
  let browser: Browser;

  beforeAll(async () => {
    academy = await Academy.open();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await academy.stop();
  });

  it('turns a member away from the staff’s rooms', async () => {
    const { page, context } = await visitor(browser, academy);
    await logIn(page, 'test@calmnessfi.com');
    await page.goto('/admin/payments');
    await page.waitForURL('**/user');
    await context.close();
  });

  it('fits a screen of 320 pixels', async () => {
    const { page, context } = await visitor(browser, academy, { viewport: { width: 320, height: 640 } });
    await logIn(page, 'test@calmnessfi.com');
    for (const path of [
      '/user',
      '/user/profile',
      '/user/payments',
      '/user/payments/new',
      '/user/notifications',
    ]) {
      await page.goto(path);
      await expectSound(page, `${path} at 320 px`);
    }
    await context.close();
  });
});
