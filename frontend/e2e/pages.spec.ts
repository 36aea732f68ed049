import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { desktop, expectSound, logIn, openBrowser, phone, picture, visitor, type Theme } from './browser';

const publicPages = [
  '/',
  '/plans',
  '/login',
  '/register',
  '/verify-email',
  '/legal/cgv',
  '/dev/mailbox',
  '/nowhere',
];
const memberPages = [
  '/user',
  '/user/profile',
  '/user/profile?edit=yes',
  '/user/payments',
  '/user/payments/new',
  '/user/invoices',
  '/user/notifications',
  '/user/settings',
];
const staffPages = [
  '/admin',
  '/admin/payments',
  '/admin/invoices',
  '/admin/members',
  '/admin/plans',
  '/admin/payment-methods',
  '/admin/audit-log',
  '/admin/events',
  '/admin/health',
];
const audiences = [
  { who: 'a visitor', pages: publicPages },
  { who: 'a member', pages: memberPages, email: 'test@calmnessfi.com' },
  { who: 'the staff', pages: staffPages, email: 'admin@calmnessfi.com' },
];
const looks: { theme: Theme; screen: string; viewport: typeof phone }[] = [
  { theme: 'light', screen: 'phone', viewport: phone },
  { theme: 'dark', screen: 'desktop', viewport: desktop },
];

describe('every page', () => {
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

  describe.each(audiences)('for $who', ({ who, pages, email }) => {
    describe.each(looks)('in $theme on a $screen', ({ theme, screen, viewport }) => {
      let page: Page;
      let context: BrowserContext;
      const problems: string[] = [];

      beforeAll(async () => {
        ({ page, context } = await visitor(browser, academy, { viewport, theme }));
        page.on('pageerror', (error) => problems.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error' && !message.text().includes('401')) problems.push(message.text());
        });
        if (email) await logIn(page, email);
      });
      afterAll(() => context.close());

      it.each(pages)('%s is filled, accessible and fits', async (path) => {
        problems.length = 0;
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await expect.poll(() => page.locator('[aria-busy=true]').count(), { timeout: 15_000 }).toBe(0);
        await expectSound(page, path);
        await picture(page, `${who}-${theme}-${screen}-${path.replaceAll(/[^a-z]+/g, '_')}`);
        expect(problems).toEqual([]);
      });
    });
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
