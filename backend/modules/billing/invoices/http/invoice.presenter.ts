import type { InvoiceDetail, InvoiceLineView, InvoiceRow, InvoiceVatView } from '@calmness/contracts';
import { SignedFileUrls } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceWithDocument } from '../application/read-invoices';
import { printedName } from '../domain/issuer';
import type { InvoiceLine, InvoiceVat } from '../domain/totals';

export function presentInvoice(invoice: InvoiceWithDocument): InvoiceRow {
  return {
    id: invoice.id,
    number: invoice.number,
    issue_date: invoice.issueDate,
    label: invoice.lines[0]?.label ?? '',
    net_cents: invoice.netCents,
    vat_cents: invoice.vatCents,
    total_cents: invoice.totalCents,
    currency: invoice.currency,
    paid_cents: invoice.paidCents,
    document_state: invoice.documentState,
    is_demo: invoice.isDemo,
    available_actions: [
      ...(invoice.fileId ? (['download_pdf'] as const) : []),
      ...(invoice.xmlFileId ? (['download_xml'] as const) : []),
    ],
  };
}

/** The link is signed for whoever reads, and for him alone. */
export function presentInvoiceDetail(
  invoice: InvoiceWithDocument,
  readerId: Uuid,
  urls: SignedFileUrls,
): InvoiceDetail {
  return {
    ...presentInvoice(invoice),
    issued_at: invoice.issuedAt.toISOString(),
    due_date: invoice.dueDate,
    seller_name: printedName(invoice.issuer),
    buyer_name: invoice.buyer.name,
    lines: invoice.lines.map(presentLine),
    vat: invoice.vat.map(presentVat),
    mentions: invoice.mentions.map((mention) => mention.text),
    pdf_url: invoice.fileId ? urls.sign(invoice.fileId, readerId) : null,
  };
}

export function presentLine(line: InvoiceLine): InvoiceLineView {
  const { position, label, quantity, netCents, rateBp } = line;
  const [whole = '0', decimals = ''] = line.unitNet.split('.');
  const millionths = BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'));
  return {
    position,
    label,
    quantity: quantity.replace(/\.?0+$/, ''),
    unit_net_cents: Number((millionths + 5_000n) / 10_000n),
    net_cents: netCents,
    vat_rate_bp: rateBp,
  };
}

export function presentVat({ rateBp, baseCents, vatCents }: InvoiceVat): InvoiceVatView {
  return { rate_bp: rateBp, base_cents: baseCents, vat_cents: vatCents };
}
