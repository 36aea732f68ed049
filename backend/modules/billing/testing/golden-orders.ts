import type { IsoDate } from '@calmness/events';
import { newId } from '@calmness/platform/ids';
import { demoIssuer } from '../application/demo/demo-issuer';
import type { BuyerSnapshot } from '../invoices/domain/buyer';
import type { InvoiceLink, IssuedInvoice, PaymentNote } from '../invoices/domain/invoice';
import type { IssuerDetails } from '../invoices/domain/issuer';
import type { InvoiceOrder, OrderedLine } from '../invoices/domain/order';

export const goldenDay: IsoDate = '2026-11-20';

/** The demonstration's issuer as if he were real. */
export const academy: IssuerDetails = { ...demoIssuer, legalName: 'Calmness SAS', isDemo: false };

export const soleTrader: IssuerDetails = {
  ...academy,
  ...{ legalName: 'Camille Martin', legalForm: null, capitalCents: null, rcsCity: null, isSoleTrader: true },
  ...{ vatRegime: 'franchise', vatNumber: null, ossRegistered: false },
};

export const attested: IssuerDetails = {
  ...academy,
  ...{ trainingNumber: '11 75 00000 75', trainingGrantedOn: '2026-01-15' },
};

export const consumer: BuyerSnapshot = {
  ...{ kind: 'person', name: 'Jean Dupont', country: 'FR' },
  address: { lines: ['5 place du Marché'], postalCode: '69001', city: 'Lyon' },
};
export const belgian: BuyerSnapshot = {
  ...{ kind: 'person', name: 'Anke Peeters', country: 'BE' },
  address: { lines: ['Grote Markt 3'], postalCode: '2000', city: 'Antwerpen' },
};
export const company: BuyerSnapshot = {
  ...{ kind: 'company', name: 'Ateliers Réunis SARL', country: 'FR' },
  address: { lines: ['8 quai de la Fosse', 'Bâtiment C'], postalCode: '44000', city: 'Nantes' },
  ...{ siren: '404833048', vatNumber: 'FR83404833048', vatCheckedOn: null, electronicAddress: null },
};
export const belgianCompany: BuyerSnapshot = {
  ...{ kind: 'company', name: 'Handel & Zonen BV', country: 'BE' },
  address: { lines: ['Meir 21'], postalCode: '2000', city: 'Antwerpen' },
  ...{ siren: null, vatNumber: 'BE0123456749', vatCheckedOn: goldenDay, electronicAddress: null },
};
export const swiss: BuyerSnapshot = {
  ...{ kind: 'person', name: 'Léa Morand', country: 'CH' },
  address: { lines: ['Rue du Rhône 12'], postalCode: '1204', city: 'Genève' },
};

/** One piece of live teaching at the standard rate, unless told otherwise. */
export function lineAt(
  label: string,
  unitPriceCents: number,
  changes: Partial<OrderedLine> & { pieces?: number } = {},
): OrderedLine {
  const { pieces = 1, ...rest } = changes;
  return {
    ...{ label, detail: null, quantityMilli: pieces * 1_000, unitPriceCents },
    ...{ discountCents: 0, discountReason: null },
    ...{ supplyKind: 'live', vatRateCode: 'standard', trainingExempt: false },
    ...rest,
  };
}

/** An order of the golden day, due at once, of a consumer who pays prices with all taxes. */
export function orderFor(lines: OrderedLine[], changes: Partial<InvoiceOrder> = {}): InvoiceOrder {
  return {
    ...{ type: '380', memberId: newId(), buyer: consumer, priceMode: 'TTC', lines },
    ...{ supplyFrom: goldenDay, supplyTo: '2026-12-19', dueDate: goldenDay },
    ...{ payments: [], links: [], purchaseOrder: null, reason: null },
    ...changes,
  };
}

export function transferOf(amountCents: number): PaymentNote & { amountCents: number } {
  return {
    ...{ method: 'bank_transfer', reference: 'CAL-7K3M9Q', transactionNumber: 'VIR20261120' },
    ...{ receivedOn: goldenDay, amountCents },
  };
}

export function linkTo(invoice: IssuedInvoice, role: InvoiceLink['role']): InvoiceLink {
  const { id: precedingId, number, issueDate, totalCents: amountCents } = invoice;
  return { position: 1, role, precedingId, number, issueDate, amountCents };
}
