import { periodOf, type IssuedInvoice } from '../domain/invoice';
import type { InvoiceLine, VatCategory } from '../domain/totals';
import type { line } from './cii-schema';
import type { TreeOf } from './xml-tree';

type Line = TreeOf<typeof line>;

/** UNTDID 5189: discount. */
const discountCode = '95';

/** BG-25. */
export function lineOf(sold: InvoiceLine, invoice: IssuedInvoice): Line {
  const { position, label, detail, netCents, vatCategory, rateBp } = sold;
  const period = periodOf(invoice);
  return {
    AssociatedDocumentLineDocument: { LineID: String(position) },
    SpecifiedTradeProduct: { Name: label, Description: detail },
    SpecifiedLineTradeAgreement: { NetPriceProductTradePrice: { ChargeAmount: shortest(sold.unitNet, 2) } },
    SpecifiedLineTradeDelivery: { BilledQuantity: shortest(sold.quantity, 0) },
    SpecifiedLineTradeSettlement: {
      ApplicableTradeTax: {
        TypeCode: 'VAT',
        CategoryCode: vatCategory,
        RateApplicablePercent: rateOf(vatCategory, rateBp),
      },
      BillingSpecifiedPeriod: period && { StartDateTime: period.from, EndDateTime: period.to },
      SpecifiedTradeAllowanceCharge: discountOf(sold),
      SpecifiedTradeSettlementLineMonetarySummation: { LineTotalAmount: netCents },
    },
  };
}

/** Zero where the tax is not charged, nothing at all where there is no tax to speak of (BR-O-05). */
export function rateOf(category: VatCategory, rateBp: number | null): number | null {
  return category === 'O' ? null : (rateBp ?? 0);
}

function discountOf({
  discountCents,
  discountReason,
}: InvoiceLine): Line['SpecifiedLineTradeSettlement']['SpecifiedTradeAllowanceCharge'] {
  if (discountCents === 0) return [];
  const reason = discountReason ?? 'Remise';
  return [{ ChargeIndicator: false, ActualAmount: discountCents, ReasonCode: discountCode, Reason: reason }];
}

/** A decimal without the zeros that say nothing, beyond the digits it must have. */
function shortest(decimal: string, digits: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(digits, '0');
  return kept === '' ? whole : `${whole}.${kept}`;
}
