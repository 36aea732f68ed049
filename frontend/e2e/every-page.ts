import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, picture, visitor, type Theme } from './browser';

const publicPages = [
  '/',
  '/plans',
  '/login',
  '/register',
  '/verify-email',
  '/forgot-password',
  '/unsubscribe?token=a.subscription.b.c',
  '/reset-password',
  '/reset-password?token=some.token',
  '/legal/cgv',
  '/invoices/verify/nobody-printed-this',
  '/resiliation',
  '/resiliation?token=some.token',
  '/retractation',
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
  '/user/wallet',
  '/user/notifications',
  '/user/notifications/preferences',
  '/user/settings',
  '/user/gestion',
  '/user/gestion/security',
  '/user/gestion/billing',
  '/user/gestion/data',
];
const staffPages = [
  '/admin',
  '/admin/payments',
  '/admin/payments/reconcile',
  '/admin/refunds',
  '/admin/invoices',
  '/admin/invoice-drafts',
  '/admin/invoice-template',
  '/admin/invoice-drafts/new',
  '/admin/subscriptions',
  '/admin/subscriptions/requests?status=received',
  '/admin/coupons',
  '/admin/members',
  '/admin/members/import',
  '/admin/members/labels',
  '/admin/notifications',
  '/admin/notifications?days=90',
  '/admin/notifications?days=365',
  '/admin/notifications/log',
  '/admin/notifications/log?state=failed',
  '/admin/rehearsal',
  '/admin/notifications/words',
  '/admin/notifications/words/mail/verify-email/fr',
  '/admin/notifications/whatsapp',
  '/admin/notifications/broadcasts',
  '/admin/notifications/broadcasts/new',
  '/admin/organisation',
  '/admin/features',
  '/admin/legal-texts',
  '/admin/plans',
  '/admin/payment-methods',
  '/admin/issuer',
  '/admin/exports',
  '/admin/audit-log',
  '/admin/events',
  '/admin/health',
];
const audiences = [
  { who: 'a visitor', pages: publicPages },
  { who: 'a member', pages: memberPages, email: 'test@calmnessfi.com' },
  { who: 'the staff', pages: staffPages, email: 'admin@calmnessfi.com' },
];
/** One way of looking at a page. */
export interface Look {
  theme: Theme;
  screen: string;
  viewport: { width: number; height: number };
}

/** Every page of everybody, seen in the given ways: filled, accessible, nothing sticking out, nothing logged. */
export function describeEveryPage(looks: readonly Look[]): void {
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
}
