import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { admin } from '../../testing/shop';
import { plainLook } from '../templates/look';
import { ChangeInvoiceTemplate } from './change-invoice-template';
import { InvoiceLooks } from './invoice-looks';

describe('how invoices look', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
  });
  afterAll(() => context.close());
  beforeEach(() =>
    context.dataSource.query(
      `BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM billing.invoice_template; COMMIT`,
    ),
  );

  const looks = () => context.get(InvoiceLooks).current();
  const change = (changes: Partial<Parameters<ChangeInvoiceTemplate['execute']>[0]> = {}) =>
    context.get(ChangeInvoiceTemplate).execute({
      ...{ adminId: admin, version: 0, accent: 'emerald', footerText: 'calmness.example', thankYou: null },
      ...changes,
    });
  const drawing = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="400"><script>1</script><rect width="9" height="9"/></svg>`,
  );

  it('is plain until somebody chooses, then what was chosen last, audited', async () => {
    expect(await looks()).toEqual({ version: null, look: plainLook });
    await change();
    await change({ version: 1, accent: 'ruby', thankYou: 'Merci de votre confiance.' });
    expect(await looks()).toMatchObject({
      version: 2,
      look: {
        accent: 'ruby',
        footerText: 'calmness.example',
        thankYou: 'Merci de votre confiance.',
        logo: null,
      },
    });
    const audited = await context.dataSource.query<object[]>(
      `SELECT object_id FROM platform.audit_entry WHERE action = 'billing.change-invoice-template' ORDER BY 1`,
    );
    expect(audited).toEqual([{ object_id: '1' }, { object_id: '2' }]);
  });

  it('takes a logo as a small PNG drawn anew, keeps it, and takes it off', async () => {
    await change({ logo: drawing });
    const { look } = await looks();
    const png = Buffer.from(look.logo?.split(',')[1] ?? '', 'base64');
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 960, height: 192 });
    await change({ version: 1 });
    expect((await looks()).look.logo).toBe(look.logo);
    await change({ version: 2, logo: null });
    expect((await looks()).look.logo).toBeNull();
  });

  it('refuses what is no picture, what cannot be printed and what somebody changed meanwhile', async () => {
    await expect(change({ logo: Buffer.from('%PDF-1.7') })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(change({ footerText: '☕' })).rejects.toMatchObject({ code: 'billing.glyph-missing' });
    const both = await Promise.allSettled([change(), change({ accent: 'silver' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(change()).rejects.toMatchObject({ code: 'billing.version-conflict' });
  });

  it('is never changed after the fact', async () => {
    await change();
    for (const statement of [
      `UPDATE billing.invoice_template SET accent = 'gold'`,
      `DELETE FROM billing.invoice_template`,
    ])
      await expect(context.dataSource.query(statement)).rejects.toThrow('append-only');
  });
});
