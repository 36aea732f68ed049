import { dueCents, dueOn, isCreditNote, periodOf, type IssuedInvoice } from '../domain/invoice';
import { printedName } from '../domain/issuer';
import { operationOf } from '../domain/supply';
import type { InvoiceVat } from '../domain/totals';
import { rateOf } from './cii-lines';
import type { paymentMeans, settlement, tax } from './cii-schema';
import type { TreeOf } from './xml-tree';

/** UNTDID 4461: SEPA credit transfer. */
const sepaTransfer = '58';

/** BG-16 to BG-23 and BG-3. */
export function settlementOf(invoice: IssuedInvoice): TreeOf<typeof settlement> {
  const { netCents, vatCents, totalCents, paidCents, vat, links, currency, number } = invoice;
  const period = periodOf(invoice);
  const means = meansOf(invoice);
  return {
    PaymentReference: means.length > 0 ? number : null,
    InvoiceCurrencyCode: currency,
    SpecifiedTradeSettlementPaymentMeans: means,
    ApplicableTradeTax: vat.map((rate) => taxOf(rate, invoice)),
    BillingSpecifiedPeriod: period && { StartDateTime: period.from, EndDateTime: period.to },
    SpecifiedTradePaymentTerms: { DueDateDateTime: dueOn(invoice) },
    SpecifiedTradeSettlementHeaderMonetarySummation: {
      LineTotalAmount: netCents,
      TaxBasisTotalAmount: netCents,
      TaxTotalAmount: vatCents,
      GrandTotalAmount: totalCents,
      TotalPrepaidAmount: paidCents,
      DuePayableAmount: dueCents(invoice),
    },
    InvoiceReferencedDocument: links.map((link) => ({
      IssuerAssignedID: link.number,
      FormattedIssueDateTime: link.issueDate,
    })),
  };
}

/** Where a transfer goes, while one is due to the seller. */
function meansOf(invoice: IssuedInvoice): TreeOf<typeof paymentMeans>[] {
  const { iban, bic } = invoice.issuer;
  if (!iban || isCreditNote(invoice) || dueCents(invoice) === 0) return [];
  return [
    {
      TypeCode: sepaTransfer,
      PayeePartyCreditorFinancialAccount: { IBANID: iban, AccountName: printedName(invoice.issuer) },
      PayeeSpecifiedCreditorFinancialInstitution: bic ? { BICID: bic } : null,
    },
  ];
}

function taxOf(rate: InvoiceVat, invoice: IssuedInvoice): TreeOf<typeof tax> {
  const { category, rateBp, baseCents, vatCents, exemptionCode, exemptionText } = rate;
  return {
    CalculatedAmount: vatCents,
    TypeCode: 'VAT',
    ExemptionReason: exemptionText,
    BasisAmount: baseCents,
    CategoryCode: category,
    ExemptionReasonCode: exemptionCode,
    DueDateTypeCode: category === 'S' ? taxPointOf(invoice) : null,
    RateApplicablePercent: rateOf(category, rateBp),
  };
}

/** BT-8: on debits when opted for, at delivery for goods, at payment for services (CGI 269). */
function taxPointOf({ issuer, lines }: IssuedInvoice): string {
  if (issuer.vatOnDebits) return '5';
  return operationOf(lines) === 'goods' ? '29' : '72';
}
