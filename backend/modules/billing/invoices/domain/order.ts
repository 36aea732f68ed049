import type { InvoiceType, PriceMode, SupplyKind } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Uuid } from '@calmness/platform/ids';
import type { BuyerSnapshot } from './buyer';
import type { InvoiceLink, PaymentNote } from './invoice';

/** A line as it is ordered, before anybody decided how it is taxed. */
export interface OrderedLine {
  /** In French: an invoice is written in French. */
  label: string;
  detail: string | null;
  /** Thousandths of a piece. */
  quantityMilli: number;
  /** EUR cents, in the order's price mode. */
  unitPriceCents: number;
  discountCents: number;
  discountReason: string | null;
  supplyKind: SupplyKind;
  /** The French rate, when the French rate applies. */
  vatRateCode: string;
  /** The product is vocational training covered by the issuer's attestation. */
  trainingExempt: boolean;
}

/** All that is needed to write an invoice but the day it is written on. */
export interface InvoiceOrder {
  type: Exclude<InvoiceType, '381'>;
  memberId: Uuid;
  buyer: BuyerSnapshot;
  priceMode: PriceMode;
  lines: OrderedLine[];
  supplyFrom: IsoDate;
  /** Last day included. */
  supplyTo: IsoDate;
  dueDate: IsoDate;
  /** Money that arrived, each with its amount in EUR cents; deposits are links, not payments. */
  payments: (PaymentNote & { amountCents: number })[];
  links: InvoiceLink[];
  purchaseOrder: string | null;
  reason: string | null;
}
