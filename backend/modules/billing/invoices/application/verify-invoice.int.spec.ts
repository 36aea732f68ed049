import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import { UnitOfWork } from '@calmness/platform/database';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../../billing.module';
import { openShop, paid, payingMember } from '../../testing/shop';
import { InvoiceRepository } from '../persistence/invoice.repository';
import { CreditInvoice } from './credit-invoice';
import { VerifyInvoice } from './verify-invoice';

describe('the code printed on an invoice', () => {
  let context: TestContext;
  let code: string;
  let invoiceId: Awaited<ReturnType<typeof paid>>['invoiceId'];
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    await openShop(context);
    ({ invoiceId } = await paid(context, await payingMember(context)));
    code = (await context.get(InvoiceRepository).find(invoiceId))?.verifyCode ?? '';
  });
  afterAll(() => context.close());
  const ask = (asked: string, address = '192.0.2.1') => context.get(VerifyInvoice).execute(asked, address);

  it('finds the invoice, as it was issued', async () => {
    expect(await ask(code)).toMatchObject({ invoice: { id: invoiceId }, state: 'authentic' });
  });

  it('finds nothing when nobody printed it', async () => {
    for (const wrong of ['', code.toLowerCase() + 'x', `${code}'--`, invoiceId])
      expect(await ask(wrong)).toBeNull();
  });

  it('says that the invoice was credited since', async () => {
    await context.get(UnitOfWork).run((tx) =>
      context.get(CreditInvoice).execute(tx, {
        ...{ invoiceId, lines: null, reason: 'Rétractation', refund: null, idempotencyKey: 'credit:verify' },
      }),
    );
    expect(await ask(code)).toMatchObject({ state: 'credited' });
  });

  it('is not looked up without end from one network', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 130 }, () => ask('guess', '198.51.100.7')));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(10);
    await expect(ask(code, '198.51.100.7')).rejects.toMatchObject({ code: 'accounts.too-many-attempts' });
    expect(await ask(code)).not.toBeNull();
  });
});
