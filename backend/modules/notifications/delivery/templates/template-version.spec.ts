import { afterEach, expect, it, vi } from 'vitest';
import { locales } from '@calmness/contracts';
import { mailTemplateNames, mailTemplates } from './mail-templates';

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

/** A process that starts now: versions are counted once. */
const freshVersion = async () => (await import('./template-version')).templateVersion;

it('is short, stable, and another for each mail and language', async () => {
  const first = await freshVersion();
  const all = mailTemplateNames.flatMap((name) => locales.map((locale) => first(name, locale)));
  expect(new Set(all).size).toBe(mailTemplateNames.length * locales.length);
  for (const version of all) expect(version).toMatch(/^[0-9a-f]{12}$/);
  vi.resetModules();
  const second = await freshVersion();
  expect(mailTemplateNames.flatMap((name) => locales.map((locale) => second(name, locale)))).toEqual(all);
});

it('changes with the words, in that language only', async () => {
  const before = await freshVersion();
  const was = { fr: before('welcome', 'fr'), en: before('welcome', 'en') };
  vi.resetModules();
  const { mailTemplates: fresh } = await import('./mail-templates');
  const { fr } = mailTemplates.welcome;
  vi.spyOn(fresh.welcome, 'fr').mockImplementation((told) => ({ ...fr(told), note: 'À bientôt.' }));
  const after = await freshVersion();
  expect(after('welcome', 'fr')).not.toBe(was.fr);
  expect(after('welcome', 'en')).toBe(was.en);
});

it('changes with a condition that the usual values do not show', async () => {
  const was = (await freshVersion())('invoice-ready', 'fr');
  vi.resetModules();
  const { mailTemplates: fresh } = await import('./mail-templates');
  const { fr } = mailTemplates['invoice-ready'];
  vi.spyOn(fresh['invoice-ready'], 'fr').mockImplementation((told) =>
    told.facts['lastDay'] ? fr(told) : { ...fr(told), note: 'Sans date de fin.' },
  );
  expect((await freshVersion())('invoice-ready', 'fr')).not.toBe(was);
});
