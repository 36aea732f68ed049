import type { InvoiceHeader, InvoiceLink } from './invoice';
import type { InvoiceLine, InvoiceVat } from './totals';

export interface UnsealedInvoice extends InvoiceHeader {
  lines: InvoiceLine[];
  vat: InvoiceVat[];
  links: InvoiceLink[];
}

/**
 * What the hash covers: every legal value, built field by field so that no column is forgotten or added.
 * An invoice is read by the version it was sealed with, for ever.
 */
export function legalContent({ lines, vat, links, ...header }: UnsealedInvoice): object {
  const first = header.contentVersion === 1;
  return {
    ...commonContent(header),
    ...(first ? { paymentNote: header.payments[0] } : laterContent(header)),
    lines: lines.map(first ? lineContent : laterLineContent),
    vat: vat.map(first ? vatContent : laterVatContent),
    ...(first ? {} : { links: links.map(linkContent) }),
  };
}

function commonContent(header: InvoiceHeader): object {
  const { id, type, series, year, seq, number, memberId, issueDate, supplyFrom, supplyTo, dueDate } = header;
  const { frame, priceMode, currency, netCents, vatCents, totalCents, paidCents } = header;
  const { issuerId, issuer, buyer, mentions, isDemo, idempotencyKey } = header;
  const issuedAt = header.issuedAt.toISOString();
  return {
    ...{ id, type, series, year, seq, number, frame, priceMode, idempotencyKey },
    ...{ issuedAt, issueDate, supplyFrom, supplyTo, dueDate },
    ...{ currency, netCents, vatCents, totalCents, paidCents },
    ...{ memberId, issuerId, issuer, buyer, mentions, isDemo },
  };
}

function laterContent({
  contentVersion,
  payments,
  purchaseOrder,
  reason,
  verifyCode,
}: InvoiceHeader): object {
  return { contentVersion, payments, purchaseOrder, reason, verifyCode };
}

function lineContent(line: InvoiceLine): object {
  const { position, label, detail, quantity, unitNet, netCents, vatCategory, rateBp } = line;
  return { position, label, detail, quantity, unitNet, netCents, vatCategory, rateBp };
}

function laterLineContent(line: InvoiceLine): object {
  const { discountCents, discountReason, amountCents, ofPosition, supplyKind } = line;
  return { ...lineContent(line), discountCents, discountReason, amountCents, ofPosition, supplyKind };
}

function vatContent({ position, category, rateBp, baseCents, vatCents }: InvoiceVat): object {
  return { position, category, rateBp, baseCents, vatCents };
}

function laterVatContent(vat: InvoiceVat): object {
  const { exemptionCode, exemptionText } = vat;
  return { ...vatContent(vat), exemptionCode, exemptionText };
}

function linkContent({ position, role, precedingId, number, issueDate, amountCents }: InvoiceLink): object {
  return { position, role, precedingId, number, issueDate, amountCents };
}
