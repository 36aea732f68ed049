import type { IsoDate } from '@calmness/events';
import { addDays } from '@calmness/platform/clock';
import { shareByLargestRemainder } from '@calmness/platform/money';
import { formatShortDay } from '../../domain/formats';
import type { BuyerSnapshot } from '../../invoices/domain/buyer';
import type { InvoiceLink, PaymentNote } from '../../invoices/domain/invoice';
import type { InvoiceOrder, OrderedLine } from '../../invoices/domain/order';
import type { PaymentEntity } from '../persistence/payment.entity';

export interface PaidPeriod {
  startsOn: IsoDate;
  /** Exclusive, Europe/Paris. */
  endsOn: IsoDate;
}

/**
 * What the invoice of a payment says: the copy made when it was declared, not the plan of today. Deposits
 * that were invoiced are deducted; the note is of the money that completes the price.
 */
export function orderOf(
  payment: PaymentEntity,
  buyer: BuyerSnapshot,
  { startsOn, endsOn }: PaidPeriod,
  note: Omit<PaymentNote, 'amountCents'>,
  deposits: InvoiceLink[] = [],
): InvoiceOrder {
  const { memberId, priceMode, amountCents } = payment;
  const lastDay = addDays(endsOn, -1);
  const detail = `Accès du ${formatShortDay(startsOn)} au ${formatShortDay(lastDay)} inclus`;
  const lines = linesOf(payment).map((line) => ({ ...line, detail: line.detail ?? detail }));
  return {
    ...{ type: '380', memberId, buyer, priceMode, lines },
    ...{ supplyFrom: startsOn, supplyTo: lastDay },
    // A paid invoice (frame S2) is due the day the money arrived.
    dueDate: note.receivedOn,
    payments: [{ ...note, amountCents: amountCents - sum(deposits) }],
    links: deposits,
    purchaseOrder: payment.purchaseOrder,
    reason: null,
  };
}

/**
 * The deposit invoice for a part of the price. It is written with all taxes, whatever the order's price
 * mode: what arrived is what it says. Each line bears its share of the price.
 */
export function depositOf(
  payment: PaymentEntity,
  buyer: BuyerSnapshot,
  note: PaymentNote & { amountCents: number },
): InvoiceOrder {
  const ordered = linesOf(payment);
  const weights = ordered.map(({ quantityMilli, unitPriceCents, discountCents }) =>
    Math.max(0, Math.round((quantityMilli * unitPriceCents) / 1_000) - discountCents),
  );
  const shares = shareByLargestRemainder(note.amountCents, weights);
  const lines = ordered.map((line, index) => ({
    ...line,
    label: `Acompte sur ${line.label}`,
    detail: `Commande ${payment.reference}`,
    quantityMilli: 1_000,
    unitPriceCents: shares[index] ?? 0,
    ...{ discountCents: 0, discountReason: null },
  }));
  return {
    ...{ type: '386', memberId: payment.memberId, buyer, priceMode: 'TTC' },
    lines: lines.filter(({ unitPriceCents }) => unitPriceCents > 0),
    ...{ supplyFrom: note.receivedOn, supplyTo: note.receivedOn, dueDate: note.receivedOn },
    payments: [note],
    links: [],
    purchaseOrder: payment.purchaseOrder,
    reason: null,
  };
}

function sum(deposits: readonly InvoiceLink[]): number {
  return deposits.reduce((total, { amountCents }) => total + amountCents, 0);
}

/** A payment older than order lines bought one plan at its price. */
function linesOf(payment: PaymentEntity): OrderedLine[] {
  const { planName, durationMonths, amountCents, vatRateCode } = payment;
  return (
    payment.orderLines ?? [
      {
        label: `${planName.fr}, ${durationMonths}\u00A0mois`,
        detail: null,
        quantityMilli: 1_000,
        unitPriceCents: amountCents,
        ...{ discountCents: 0, discountReason: null },
        ...{ supplyKind: 'live', vatRateCode, trainingExempt: false },
      },
    ]
  );
}

/** First and last name as they are printed. */
export function fullName(person: { firstName: string; lastName: string } | null | undefined): string {
  return person ? `${person.firstName} ${person.lastName}`.trim() : '';
}

/** Who is billed: the copy of the order; the oldest payments know a name and nothing else. */
export function buyerOfPayment({ buyer }: PaymentEntity, name: string): BuyerSnapshot {
  return buyer ?? { kind: 'person', name: name.trim() };
}
