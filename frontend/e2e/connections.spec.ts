import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionsView, TelegramLink } from '@calmness/contracts';
import { Academy } from '@calmness/academy';
import { expectSound, logIn, openBrowser, picture, visitor, type Theme } from './browser';

const narrow = { width: 320, height: 720 };
const linkedAt = '2026-11-20T09:00:00.000Z';
const nothing: ConnectionsView = {
  telegram: { off_because: null, account: null, pending: null, taken: false },
  discord: { off_because: null, account: null },
  whatsapp: { off_because: null, number: null, verified_at: null, opted_in_at: null, pending: null },
};
const link: TelegramLink = {
  url: 'https://t.me/CalmnessBot?start=AAAAAAAAAAAAAAAAAAAAAA',
  qr_svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>',
  expires_at: linkedAt,
  expires_in: 900,
};

describe('connected accounts, by keyboard', () => {
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

  /** The page of a member, where the academy's vendors answer what `told` says at that moment. */
  const open = async (told: { now: ConnectionsView }, theme: Theme = 'light', query = '') => {
    const { page } = await visitor(browser, academy, { viewport: narrow, theme });
    await logIn(page, 'test@calmnessfi.com');
    await page.route('**/api/community/connections', (route) => route.fulfill({ json: told.now }));
    await page.goto(`/user/settings${query}`);
    await page.getByRole('heading', { name: 'Comptes connectés' }).waitFor();
    return page;
  };
  const press = async (page: Page, name: string | RegExp) => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };

  it('say why nothing can be connected in an academy without bots', async () => {
    const { page } = await visitor(browser, academy, { viewport: narrow });
    await logIn(page, 'test@calmnessfi.com');
    await page.goto('/user/settings');
    for (const name of ['Connecter Telegram', 'Connecter Discord', 'Recevoir un code'])
      expect(await page.getByRole('button', { name }).isDisabled()).toBe(true);
    expect(await page.getByText('L’académie n’a pas encore ouvert ce canal.').count()).toBe(3);
    await expectSound(page, 'connected accounts without vendors');
    await picture(page, 'connections-off');
  });

  it('give a Telegram link that puts itself away once it was opened', async () => {
    const told = { now: nothing };
    const page = await open(told, 'dark');
    await page.route('**/api/community/telegram/link', (route) => route.fulfill({ status: 201, json: link }));
    await press(page, 'Connecter Telegram');
    const bot = page.getByRole('link', { name: 'Ouvrir Telegram' });
    expect(await bot.getAttribute('href')).toBe(link.url);
    await page.getByText(/Ce lien est à vous seul, encore \d+:\d\d/).waitFor();
    await expectSound(page, 'a Telegram link');
    await picture(page, 'connections-telegram');
    const account = { username: 'jean_d', linked_at: linkedAt, state: 'active' as const };
    told.now = { ...nothing, telegram: { ...nothing.telegram, account } };
    await page.getByText('@jean_d').waitFor();
    expect(await bot.count()).toBe(0);
    await press(page, 'Déconnecter Telegram');
    await page.getByRole('alertdialog', { name: /Déconnecter Telegram/ }).waitFor();
    await expectSound(page, 'the question before an account is let go');
    told.now = nothing;
    await page.getByRole('alertdialog').getByRole('button', { name: 'Déconnecter', exact: true }).click();
    await page.getByRole('button', { name: 'Connecter Telegram' }).waitFor();
  });

  it('say whose Telegram account it is not', async () => {
    const page = await open({ now: { ...nothing, telegram: { ...nothing.telegram, taken: true } } });
    await page.getByText('Ce compte Telegram est déjà connecté à un autre membre').waitFor();
  });

  it('tell what became of the way to Discord', async () => {
    const account = { username: 'jean.d', linked_at: linkedAt, state: 'reauth_needed' as const };
    const told = { now: { ...nothing, discord: { off_because: null, account } } };
    const page = await open(told, 'dark', '?linked=discord&failed=cancelled');
    await page.getByText('Vous avez refermé Discord sans donner votre accord').waitFor();
    await page.getByText('À reconnecter').waitFor();
    await expectSound(page, 'Discord to be connected again');
    await picture(page, 'connections-discord');
    await page.route('**/api/community/discord/connect', (route) =>
      route.fulfill({ status: 201, json: { authorize_url: `${academy.url}/legal/cgu` } }),
    );
    await press(page, 'Reconnecter Discord');
    await page.waitForURL('**/legal/cgu');
  });

  it('prove a WhatsApp number by the code it was sent', async () => {
    const told = { now: nothing };
    const page = await open(told);
    const number = '+33612345678';
    await press(page, 'Recevoir un code');
    await page.locator('#whatsapp_number[aria-invalid=true]').waitFor();
    await page.getByLabel('Numéro WhatsApp').fill('06 12 34 56 78');
    await page.getByRole('checkbox', { name: /J’accepte de recevoir sur WhatsApp/ }).focus();
    await page.keyboard.press('Space');
    await expectSound(page, 'the number to be proven');
    const asked: unknown[] = [];
    await page.route('**/api/auth/user/whatsapp/code', (route) => {
      asked.push(route.request().postDataJSON());
      const pending = { number, expires_at: linkedAt, attempts_left: 5 };
      told.now = { ...nothing, whatsapp: { ...nothing.whatsapp, number, pending } };
      return route.fulfill({ status: 202, json: { expires_at: linkedAt } });
    });
    await press(page, 'Recevoir un code');
    await page.getByText(`Un code à six chiffres part vers ${number}`).waitFor();
    expect(asked).toEqual([{ number, opt_in_version: 1 }]);
    await expectSound(page, 'the code of a number');
    await picture(page, 'connections-whatsapp');
    await page.route('**/api/auth/user/whatsapp/verify', (route) => {
      const { code } = route.request().postDataJSON() as { code: string };
      if (code !== '123456')
        return route.fulfill({ status: 422, json: { code: 'accounts.whatsapp-code-wrong', params: {} } });
      const proven = { verified_at: linkedAt, opted_in_at: linkedAt };
      told.now = { ...nothing, whatsapp: { ...nothing.whatsapp, number, ...proven } };
      return route.fulfill({ status: 204 });
    });
    const code = page.getByLabel('Code reçu sur WhatsApp');
    await code.fill('999999');
    await page.keyboard.press('Enter');
    await page.getByText('Ce code n’est pas le bon').waitFor();
    await code.fill('123456');
    await page.keyboard.press('Enter');
    await page.getByText(/Accord donné le/).waitFor();
    await picture(page, 'connections-whatsapp-proven');
  });

  it('ask for another code once one was guessed too often', async () => {
    const number = '+33612345678';
    const pending = { number, expires_at: linkedAt, attempts_left: 1 };
    const told = {
      now: { ...nothing, whatsapp: { ...nothing.whatsapp, number, pending } } as typeof nothing,
    };
    const page = await open(told);
    await page.route('**/api/auth/user/whatsapp/verify', (route) => {
      told.now = { ...nothing, whatsapp: { ...nothing.whatsapp, number } };
      return route.fulfill({ status: 422, json: { code: 'accounts.whatsapp-code-expired', params: {} } });
    });
    await page.getByLabel('Code reçu sur WhatsApp').fill('999999');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Recevoir un code' }).waitFor();
    await page.getByText('Ce code n’est plus valable').waitFor();
  });
});
