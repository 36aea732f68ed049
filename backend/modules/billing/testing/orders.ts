import { UnitOfWork } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { TestContext } from '@calmness/platform/testing';
import { IssueInvoice } from '../invoices/application/issue-invoice';
import type { IssuedInvoice } from '../invoices/domain/invoice';
import type { InvoiceOrder, OrderedLine } from '../invoices/domain/order';

type Services = Pick<TestContext, 'get'>;

/** A line of live teaching at the standard rate, unless told otherwise. */
export function aLine(unitPriceCents: number, changes: Partial<OrderedLine> = {}): OrderedLine {
  return {
    ...{ label: 'Séance', detail: null, quantityMilli: 1_000, unitPriceCents },
    ...{ discountCents: 0, discountReason: null },
    ...{ supplyKind: 'live', vatRateCode: 'standard', trainingExempt: false },
    ...changes,
  };
}

/** An unpaid invoice of 49,00 € with all taxes to a consumer in Lyon, unless told otherwise. */
export function anOrder(memberId: Uuid, changes: Partial<InvoiceOrder> = {}): InvoiceOrder {
  const address = { lines: ['5 place du Marché'], postalCode: '69001', city: 'Lyon' };
  return {
    ...{ type: '380', memberId, priceMode: 'TTC', lines: [aLine(4_900)] },
    buyer: { kind: 'person', name: 'Jean Dupont', country: 'FR', address },
    ...{ supplyFrom: '2026-11-20', supplyTo: '2026-12-19', dueDate: '2027-12-31' },
    ...{ payments: [], links: [], purchaseOrder: null, reason: null },
    ...changes,
  };
}

/** Issues an order that no payment settles. */
export function issued(
  { get }: Services,
  order: InvoiceOrder,
  idempotencyKey: string = newId(),
): Promise<IssuedInvoice> {
  return get(UnitOfWork).run((tx) =>
    get(IssueInvoice).execute(tx, order, { idempotencyKey, allocations: [] }),
  );
}
