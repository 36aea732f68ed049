import type { IssuedInvoice } from '../domain/invoice';
import { lineOf } from './cii-lines';
import { notesOf } from './cii-notes';
import { buyerOf, sellerOf } from './cii-parties';
import { invoiceSchema } from './cii-schema';
import { settlementOf } from './cii-settlement';
import type { TreeOf } from './xml-tree';

/** Factur-X 1.09, profile EN 16931. */
const profile = 'urn:cen.eu:en16931:2017';
const standard = 'urn:un:unece:uncefact:data:standard';
const namespaces = [
  `xmlns:rsm="${standard}:CrossIndustryInvoice:100"`,
  `xmlns:ram="${standard}:ReusableAggregateBusinessInformationEntity:100"`,
  `xmlns:udt="${standard}:UnqualifiedDataType:100"`,
  `xmlns:qdt="${standard}:QualifiedDataType:100"`,
].join(' ');
const root = 'rsm:CrossIndustryInvoice';

/**
 * The invoice as a UN/CEFACT Cross Industry Invoice (D22B): Factur-X in the EN 16931 profile, from the
 * invoice's own snapshots and nothing else. The same invoice gives the same bytes, for ever.
 */
export function facturXml(invoice: IssuedInvoice): string {
  const written = invoiceSchema.write(root, treeOf(invoice));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written.replace(`<${root}`, `<${root} ${namespaces}`)}\n`;
}

function treeOf(invoice: IssuedInvoice): TreeOf<typeof invoiceSchema> {
  const { frame, number, type, issueDate, lines, purchaseOrder, supplyTo } = invoice;
  return {
    'rsm:ExchangedDocumentContext': {
      BusinessProcessSpecifiedDocumentContextParameter: { ID: frame },
      GuidelineSpecifiedDocumentContextParameter: { ID: profile },
    },
    'rsm:ExchangedDocument': {
      ID: number,
      TypeCode: type,
      IssueDateTime: issueDate,
      IncludedNote: notesOf(invoice),
    },
    'rsm:SupplyChainTradeTransaction': {
      IncludedSupplyChainTradeLineItem: lines.map((line) => lineOf(line, invoice)),
      ApplicableHeaderTradeAgreement: {
        SellerTradeParty: sellerOf(invoice),
        BuyerTradeParty: buyerOf(invoice),
        BuyerOrderReferencedDocument: purchaseOrder ? { IssuerAssignedID: purchaseOrder } : null,
      },
      ApplicableHeaderTradeDelivery: {
        ActualDeliverySupplyChainEvent: { OccurrenceDateTime: supplyTo },
      },
      ApplicableHeaderTradeSettlement: settlementOf(invoice),
    },
  };
}
