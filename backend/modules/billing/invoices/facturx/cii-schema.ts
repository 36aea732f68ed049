import type { IsoDate } from '@calmness/events';
import { aggregate, element, escapeXml, many, optional, text, type Field } from './xml-tree';

export interface SchemedId {
  scheme: string;
  value: string;
}

/** EUR, two decimals; integer cents in. */
const amount: Field<number> = {
  write: (name, cents) => element(name, euros(cents)),
};
/** BT-110 alone names its currency. */
const amountInEuro: Field<number> = {
  write: (name, cents) => element(name, euros(cents), { currencyID: 'EUR' }),
};
/** Basis points in, percent with two decimals out. */
const percent: Field<number> = {
  write: (name, basisPoints) => element(name, euros(basisPoints)),
};
const flag: Field<boolean> = { write: (name, value) => element(name, indicator(value)) };
const id: Field<SchemedId> = {
  write: (name, { scheme, value }) => element(name, escapeXml(value), { schemeID: scheme }),
};
/** Pieces (C62). */
const quantity: Field<string> = { write: (name, value) => element(name, value, { unitCode: 'C62' }) };
const day: Field<IsoDate> = { write: (name, value) => element(name, dayString('udt', value)) };
const qualifiedDay: Field<IsoDate> = { write: (name, value) => element(name, dayString('qdt', value)) };

function euros(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.abs(cents);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

function indicator(value: boolean): string {
  return element('udt:Indicator', String(value));
}

/** Format 102: YYYYMMDD. */
function dayString(prefix: 'udt' | 'qdt', value: IsoDate): string {
  return element(`${prefix}:DateTimeString`, value.replaceAll('-', ''), { format: '102' });
}

const identified = aggregate({ ID: text });
const address = aggregate({
  PostcodeCode: optional(text),
  LineOne: optional(text),
  LineTwo: optional(text),
  LineThree: optional(text),
  CityName: optional(text),
  CountryID: text,
});
export const party = aggregate({
  GlobalID: many(id),
  Name: text,
  SpecifiedLegalOrganization: optional(aggregate({ ID: id })),
  PostalTradeAddress: address,
  URIUniversalCommunication: optional(aggregate({ URIID: id })),
  SpecifiedTaxRegistration: many(aggregate({ ID: id })),
});
const period = aggregate({ StartDateTime: day, EndDateTime: day });
const referenced = aggregate({ IssuerAssignedID: text });
export const precedingInvoice = aggregate({ IssuerAssignedID: text, FormattedIssueDateTime: qualifiedDay });

export const allowance = aggregate({
  ChargeIndicator: flag,
  ActualAmount: amount,
  ReasonCode: text,
  Reason: text,
});
export const line = aggregate({
  AssociatedDocumentLineDocument: aggregate({ LineID: text }),
  SpecifiedTradeProduct: aggregate({ Name: text, Description: optional(text) }),
  SpecifiedLineTradeAgreement: aggregate({ NetPriceProductTradePrice: aggregate({ ChargeAmount: text }) }),
  SpecifiedLineTradeDelivery: aggregate({ BilledQuantity: quantity }),
  SpecifiedLineTradeSettlement: aggregate({
    ApplicableTradeTax: aggregate({
      TypeCode: text,
      CategoryCode: text,
      RateApplicablePercent: optional(percent),
    }),
    BillingSpecifiedPeriod: optional(period),
    SpecifiedTradeAllowanceCharge: many(allowance),
    SpecifiedTradeSettlementLineMonetarySummation: aggregate({ LineTotalAmount: amount }),
  }),
});
export const tax = aggregate({
  CalculatedAmount: amount,
  TypeCode: text,
  ExemptionReason: optional(text),
  BasisAmount: amount,
  CategoryCode: text,
  ExemptionReasonCode: optional(text),
  DueDateTypeCode: optional(text),
  RateApplicablePercent: optional(percent),
});
export const paymentMeans = aggregate({
  TypeCode: text,
  PayeePartyCreditorFinancialAccount: aggregate({ IBANID: text, AccountName: text }),
  PayeeSpecifiedCreditorFinancialInstitution: optional(aggregate({ BICID: text })),
});
export const settlement = aggregate({
  PaymentReference: optional(text),
  InvoiceCurrencyCode: text,
  SpecifiedTradeSettlementPaymentMeans: many(paymentMeans),
  ApplicableTradeTax: many(tax),
  BillingSpecifiedPeriod: optional(period),
  SpecifiedTradePaymentTerms: aggregate({ DueDateDateTime: day }),
  SpecifiedTradeSettlementHeaderMonetarySummation: aggregate({
    LineTotalAmount: amount,
    TaxBasisTotalAmount: amount,
    TaxTotalAmount: amountInEuro,
    GrandTotalAmount: amount,
    TotalPrepaidAmount: amount,
    DuePayableAmount: amount,
  }),
  InvoiceReferencedDocument: many(precedingInvoice),
});
export const note = aggregate({ Content: text, SubjectCode: optional(text) });

/** CII D22B, the part of the EN 16931 profile we use: elements in the order of the schema. */
export const invoiceSchema = aggregate({
  'rsm:ExchangedDocumentContext': aggregate({
    BusinessProcessSpecifiedDocumentContextParameter: identified,
    GuidelineSpecifiedDocumentContextParameter: identified,
  }),
  'rsm:ExchangedDocument': aggregate({
    ID: text,
    TypeCode: text,
    IssueDateTime: day,
    IncludedNote: many(note),
  }),
  'rsm:SupplyChainTradeTransaction': aggregate({
    IncludedSupplyChainTradeLineItem: many(line),
    ApplicableHeaderTradeAgreement: aggregate({
      SellerTradeParty: party,
      BuyerTradeParty: party,
      BuyerOrderReferencedDocument: optional(referenced),
    }),
    ApplicableHeaderTradeDelivery: aggregate({
      ActualDeliverySupplyChainEvent: aggregate({ OccurrenceDateTime: day }),
    }),
    ApplicableHeaderTradeSettlement: settlement,
  }),
});
