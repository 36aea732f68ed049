import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountsModule } from '@calmness/accounts';
import type { InvoiceDraftType } from '@calmness/contracts';
import { newId, type Uuid } from '@calmness/platform/ids';
import { startTestContext, type TestContext } from '@calmness/platform/testing';
import { BillingModule } from '../billing.module';
import { ReadInvoices } from '../invoices/application/read-invoices';
import { SettleInvoice } from '../invoices/application/settle-invoice';
import { VerifyInvoiceChain } from '../invoices/application/verify-invoice-chain';
import { WriteCreditNote } from '../invoices/application/write-credit-note';
import type { IssuedInvoice } from '../invoices/domain/invoice';
import type { OrderedLine } from '../invoices/domain/order';
import { admin, freshNumber, openShop, paid, payingMember } from '../testing/shop';
import { DiscardDraft } from './application/discard-draft';
import { IssueDraft } from './application/issue-draft';
import { PreviewDraft } from './application/preview-draft';
import { SaveDraft } from './application/save-draft';
import type { DraftContent } from './domain/draft';
import type { InvoiceDraftEntity } from './persistence/invoice-draft.entity';

const line = (unitPriceCents: number, changes: Partial<OrderedLine> = {}): OrderedLine => ({
  label: 'Accompagnement',
  detail: null,
  quantityMilli: 1_000,
  unitPriceCents,
  ...{ discountCents: 0, discountReason: null, supplyKind: 'live' },
  ...{ vatRateCode: 'standard', trainingExempt: false },
  ...changes,
});
const content = (lines: OrderedLine[], changes: Partial<DraftContent> = {}): DraftContent => ({
  priceMode: 'HT',
  lines,
  ...{ supplyFrom: '2026-11-20', supplyTo: '2026-11-20', dueDate: '2026-12-20' },
  ...{ purchaseOrder: null, reason: null, precedingIds: [] },
  ...changes,
});
const company = {
  kind: 'company' as const,
  ...{ addressLines: ['8 quai des Brumes'], postalCode: '44000', city: 'Nantes', siren: '552100554' },
};

describe('invoices prepared by hand', () => {
  let context: TestContext;
  let buyer: Uuid;
  beforeAll(async () => {
    context = await startTestContext({ imports: [AccountsModule, BillingModule] });
    context.clock.set('2026-11-20T09:00:00Z');
    await openShop(context);
    buyer = await payingMember(context, 'Atelier', 'Nantais', { ...company, name: 'Atelier Nantais SARL' });
  });
  afterAll(() => context.close());

  const save = (type: InvoiceDraftType, what: DraftContent, memberId = buyer): Promise<InvoiceDraftEntity> =>
    context.get(SaveDraft).execute({ adminId: admin, type, memberId, content: what });
  const issue = ({ id, version }: InvoiceDraftEntity): Promise<IssuedInvoice> =>
    context.get(IssueDraft).execute({ draftId: id, version, adminId: admin });
  const written = async (type: InvoiceDraftType, what: DraftContent): Promise<IssuedInvoice> =>
    issue(await save(type, what));
  const read = (id: Uuid) => context.get(ReadInvoices).one(id);
  const credit = (
    invoiceId: Uuid,
    lines: { position: number; amountCents: number }[] | null,
    key = newId(),
  ) =>
    context
      .get(WriteCreditNote)
      .execute({ invoiceId, adminId: admin, lines, reason: 'Geste commercial', requestKey: key });
  const settle = (invoiceId: Uuid, amountCents: number, transactionNumber = freshNumber()) =>
    context.get(SettleInvoice).execute({
      ...{ invoiceId, adminId: admin, method: 'bank_transfer', transactionNumber, amountCents },
      receivedOn: '2026-11-20',
    });
  const orderOfCompany = () =>
    content([line(24_000, { quantityMilli: 3_000, discountCents: 7_200, discountReason: 'Remise 10 %' })], {
      purchaseOrder: 'BC-2026-118',
    });

  it('G03: bill a company with its SIREN, its order, penalties and 40 €, and wait to be paid', async () => {
    const draft = await save('380', orderOfCompany());
    expect((await context.get(PreviewDraft).execute(draft)).blockers).toEqual([]);
    const invoice = await issue(draft);
    expect([invoice.netCents, invoice.vatCents, invoice.totalCents]).toEqual([64_800, 12_960, 77_760]);
    expect(invoice).toMatchObject({
      ...{ type: '380', frame: 'S1', paidCents: 0, dueDate: '2026-12-20', purchaseOrder: 'BC-2026-118' },
      buyer: { siren: '552100554', address: { city: 'Nantes' } },
    });
    expect(invoice.mentions.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['late-penalties', 'recovery-indemnity', 'no-discount']),
    );
    expect(await read(invoice.id)).toMatchObject({ state: 'issued' });
    context.clock.set('2026-12-21T09:00:00Z');
    expect(await read(invoice.id)).toMatchObject({ state: 'overdue' });
    context.clock.set('2026-11-20T09:00:00Z');
  });

  it('are issued once, however often it is clicked', async () => {
    const draft = await save('380', orderOfCompany());
    const clicks = await Promise.allSettled(Array.from({ length: 6 }, () => issue(draft)));
    const numbers = clicks.flatMap((click) => (click.status === 'fulfilled' ? [click.value.number] : []));
    expect(new Set(numbers).size).toBe(1);
    await expect(
      context.get(DiscardDraft).execute({ draftId: draft.id, adminId: admin }),
    ).rejects.toMatchObject({ code: 'billing.draft-closed' });
  });

  it('have no number before they are issued, and leave none behind', async () => {
    const first = await written('380', content([line(10_000)]));
    const thrown = await save('380', content([line(10_000)]));
    await context.get(DiscardDraft).execute({ draftId: thrown.id, adminId: admin });
    await context.get(DiscardDraft).execute({ draftId: thrown.id, adminId: admin });
    await expect(issue(thrown)).rejects.toMatchObject({ code: 'billing.draft-closed' });
    expect((await written('380', content([line(10_000)]))).seq).toBe(first.seq + 1);
  });

  it('name what is wrong with them', async () => {
    const wrong = content([line(100, { discountCents: 200 })], { supplyTo: '2026-11-01' });
    await expect(save('384', wrong)).rejects.toMatchObject({
      code: 'request.invalid',
      errors: [
        { field: 'supply_to', code: 'too_small' },
        { field: 'reason', code: 'required' },
        { field: 'preceding_ids', code: 'required' },
        { field: 'lines.0.discount_cents', code: 'too_large' },
        { field: 'lines.0.discount_reason', code: 'required' },
      ],
    });
    await expect(
      issue(await save('380', content([line(100)], { dueDate: '2026-11-19' }))),
    ).rejects.toMatchObject({
      code: 'billing.due-date-past',
    });
    const stranger = await paid(context, await payingMember(context));
    const strange = { precedingIds: [stranger.invoiceId], reason: 'Adresse' };
    await expect(issue(await save('384', content([line(100)], strange)))).rejects.toMatchObject({
      code: 'billing.preceding-required',
    });
    const draft = await save('380', content([line(100)]));
    await expect(issue({ ...draft, version: 7 })).rejects.toMatchObject({ code: 'billing.version-conflict' });
  });

  it('G06 and G07: a deposit is deducted by the final invoice, once', async () => {
    const deposit = await written('386', content([line(30_000, { label: 'Acompte' })]));
    expect([deposit.netCents, deposit.vatCents, deposit.totalCents]).toEqual([30_000, 6_000, 36_000]);
    const final = content([line(100_000)], { precedingIds: [deposit.id] });
    const drafts = [await save('380', final), await save('380', final)];
    const answers = await Promise.allSettled(drafts.map(issue));
    const [invoice] = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'billing.already-amended' } },
    ]);
    expect(invoice).toMatchObject({
      ...{ frame: 'S4', totalCents: 120_000, paidCents: 36_000 },
      links: [{ role: 'deducts', number: deposit.number, amountCents: 36_000 }],
    });
    expect(await read(deposit.id)).toMatchObject({ state: 'replaced' });
    await expect(credit(deposit.id, null)).rejects.toMatchObject({ code: 'billing.credit-not-creditable' });
  });

  it('a corrective invoice stands in the place of the first, with its payment', async () => {
    const first = await read((await paid(context, buyer)).invoiceId);
    const [sold] = first.lines;
    const again = content([line(4_900, { label: `${sold?.label}, rectifié` })], {
      ...{ priceMode: 'TTC', precedingIds: [first.id], reason: 'Raison sociale erronée' },
    });
    const corrected = await written('384', again);
    expect(corrected).toMatchObject({
      ...{ type: '384', totalCents: 4_900, paidCents: 4_900, reason: 'Raison sociale erronée' },
      links: [{ role: 'corrects', number: first.number, issueDate: first.issueDate }],
    });
    expect(await read(first.id)).toMatchObject({ state: 'replaced' });
    expect(await read(corrected.id)).toMatchObject({ state: 'paid' });
    await expect(written('384', again)).rejects.toMatchObject({ code: 'billing.already-amended' });
    const cheaper = content([line(900)], { precedingIds: [corrected.id], reason: 'Prix', priceMode: 'TTC' });
    await expect(written('384', cheaper)).rejects.toMatchObject({ code: 'billing.correction-below-paid' });
  });

  it('G09: credit notes line by line sum to the invoice, to the cent', async () => {
    const invoice = await written('380', content([line(6_833), line(6_833), line(5_750), line(8_500)]));
    expect(invoice.totalCents).toBe(33_499);
    const notes: IssuedInvoice[] = [];
    for (const { position, amountCents } of invoice.lines)
      notes.push(await credit(invoice.id, [{ position, amountCents: amountCents ?? 0 }]));
    expect(notes.map(({ totalCents }) => totalCents)).toEqual([8_200, 8_200, 6_900, 10_199]);
    expect(notes.reduce((sum, { vatCents }) => sum + vatCents, 0)).toBe(invoice.vatCents);
    expect(notes[0]).toMatchObject({
      ...{ type: '381', frame: 'S1', reason: 'Geste commercial' },
      links: [{ role: 'credits', number: invoice.number, issueDate: '2026-11-20' }],
    });
    expect(await read(invoice.id)).toMatchObject({ state: 'credited' });
    await expect(credit(invoice.id, null)).rejects.toMatchObject({ code: 'billing.credit-exceeds' });
    await expect(credit(notes[0]?.id ?? newId(), null)).rejects.toMatchObject({
      code: 'billing.credit-not-creditable',
    });
  });

  it('ten hands credit the same line: never more than it costs, and one key is one note', async () => {
    const invoice = await written('380', content([line(10_000)]));
    const asked = [{ position: 1, amountCents: 4_000 }];
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => credit(invoice.id, asked)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await read(invoice.id)).toMatchObject({ state: 'partially_credited' });
    const key = newId();
    const [one, same] = [await credit(invoice.id, null, key), await credit(invoice.id, null, key)];
    expect(same.number).toBe(one.number);
    expect(one.totalCents).toBe(2_400);
  });

  it('are settled by the money that comes, never beyond what is owed', async () => {
    const invoice = await written('380', content([line(10_000)]));
    const number = freshNumber();
    await settle(invoice.id, 5_000, number);
    await settle(invoice.id, 5_000, number);
    expect(await read(invoice.id)).toMatchObject({
      state: 'partially_paid',
      balance: { settledCents: 5_000 },
    });
    const rest = await Promise.allSettled([settle(invoice.id, 7_000), settle(invoice.id, 7_000)]);
    expect(rest.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await read(invoice.id)).toMatchObject({ state: 'paid' });
    await expect(settle(invoice.id, 1)).rejects.toMatchObject({ code: 'billing.settlement-exceeds' });
  });

  it('leave a chain that holds', async () => {
    expect(await context.get(VerifyInvoiceChain).execute()).toMatchObject({ valid: true });
  });
});
