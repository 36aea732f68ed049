import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type { DomainError } from '@calmness/platform/errors';
import { newId } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import type { WhatsAppTemplate } from '../delivery/persistence/whatsapp-templates';
import { NotificationsModule } from '../notifications.module';
import { FakeVendors } from '../testing/fake-vendors';
import { ConfigureWhatsApp } from './application/configure-whatsapp';
import { TestWhatsApp } from './application/test-whatsapp';

const staff = newId();
const sid = `HX${'0a'.repeat(16)}`;
const template: WhatsAppTemplate = {
  ...{ announcement: 'loan-overdue', locale: 'fr', contentSid: sid, approval: 'approved' },
  ...{ variables: ['first_name', 'body'], version: 0 },
};

describe('the templates of WhatsApp', () => {
  let context: TestContext;
  let configure: ConfigureWhatsApp;
  const vendors = new FakeVendors();
  beforeAll(async () => {
    context = await startTestContext({
      imports: [AccountsModule, NotificationsModule],
      replace: vendors.replace,
    });
    configure = context.get(ConfigureWhatsApp);
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    vendors.whatsApp.enabled = true;
    vendors.whatsApp.templates.clear();
    vendors.whatsApp.texts.clear();
    await context.dataSource.query('TRUNCATE notifications.whatsapp_template');
  });

  const one = async (announcement = 'loan-overdue', locale = 'fr') => {
    const { templates } = await configure.read();
    return templates.find((row) => row.announcement === announcement && row.locale === locale);
  };
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      ({ code, errors }: DomainError) => [code, ...(errors ?? []).map((error) => error.code)].join(' '),
    );
  const audited = async () => {
    const rows = await context.dataSource.query<{ action: string }[]>(
      'SELECT action FROM platform.audit_entry WHERE at = $1 ORDER BY id',
      [context.clock.now()],
    );
    return rows.map(({ action }) => action.replace('notifications.', ''));
  };

  it('say of every message in both languages why it would not leave', async () => {
    expect(await one()).toMatchObject({ obstacle: 'no_template', version: 0, people: 0 });
    await configure.save(staff, template);
    expect(await one()).toMatchObject({ obstacle: null, content_sid: sid, version: 1 });
    expect(await one('loan-overdue', 'en')).toMatchObject({ obstacle: 'no_template' });
    await configure.save(staff, { ...template, approval: 'rejected', version: 1 });
    expect(await one()).toMatchObject({ obstacle: 'rejected' });
    vendors.whatsApp.enabled = false;
    expect(await one()).toMatchObject({ obstacle: 'channel_off' });
    expect(await audited()).toEqual(['save-whatsapp-template', 'save-whatsapp-template']);
  });

  it('show the words with samples, and no slot', async () => {
    const { templates } = await configure.read();
    expect(templates.length).toBeGreaterThan(20);
    for (const { preview, known_variables } of templates) {
      const shown = [preview.title, preview.body, ...known_variables.map(({ sample }) => sample)];
      expect(shown.join(' ')).not.toMatch(/\{\{|undefined/);
      expect(shown.every((text) => text !== '')).toBe(true);
    }
  });

  it('refuse a placeholder nobody knows, and the news left out', async () => {
    const saving = (variables: string[]) => refusal(configure.save(staff, { ...template, variables }));
    expect(await saving(['first_name', 'birthday'])).toBe('request.invalid variable_unknown');
    expect(await saving(['first_name', 'title'])).toBe('request.invalid variable_missing');
    expect(await saving(['title', 'when'])).toBe('accepted');
    expect(await refusal(configure.save(staff, { ...template, announcement: 'welcome' }))).toBe(
      'request.not-found',
    );
  });

  it('are tried out from the command line, with what the answer means', async () => {
    const to = '+33612345678';
    const test = (name?: string) =>
      context.get(TestWhatsApp).execute({ to, locale: 'fr', ...(name ? { template: name } : {}) });
    await expect(test('loan-overdue')).rejects.toThrow('No approved template carries loan-overdue in fr');
    await configure.save(staff, template);
    expect(await test('loan-overdue')).toMatchObject({ outcome: { kind: 'accepted' } });
    expect(vendors.whatsApp.templates.sent).toMatchObject([
      { to, contentSid: sid, variables: { 1: 'Camille', 2: expect.stringContaining('Casque VR') as string } },
    ]);
    vendors.whatsApp.texts.answers.push({ kind: 'permanent', reason: 'code 63015' });
    const { outcome, meaning } = await test();
    expect([outcome.kind, meaning]).toEqual(['permanent', expect.stringContaining('refused it for good')]);
    vendors.whatsApp.enabled = false;
    await expect(test()).rejects.toThrow('WhatsApp is off');
  });

  it('are saved by one of ten that saw the same', async () => {
    const saves = await Promise.allSettled(Array.from({ length: 10 }, () => configure.save(staff, template)));
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(configure.remove(staff, template, 2))).toBe('request.conflict');
    await configure.remove(staff, template, 1);
    expect(await one()).toMatchObject({ obstacle: 'no_template', version: 0 });
  });
});
