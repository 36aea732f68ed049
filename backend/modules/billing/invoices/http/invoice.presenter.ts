import type { MemberName } from '@calmness/accounts';
import type {
  AdminInvoiceRow,
  InvoiceAction,
  InvoiceDetail,
  InvoiceLineView,
  InvoiceLinkView,
  InvoiceRow,
  InvoiceVatView,
} from '@calmness/contracts';
import { SignedFileUrls } from '@calmness/platform/files';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceWithDocument } from '../application/read-invoices';
import type { InvoiceLink } from '../domain/invoice';
import { owedCents } from '../domain/invoice-state';
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
    paid_cents: invoice.paidCents + invoice.balance.settledCents,
    type: invoice.type,
    state: invoice.state,
    due_date: invoice.dueDate,
    owed_cents: invoice.balance.replaced ? 0 : owedCents(invoice, invoice.balance),
    amends: invoice.links.map(presentLink),
    document_state: invoice.documentState,
    is_demo: invoice.isDemo,
    available_actions: [
      ...(invoice.fileId ? (['download_pdf'] as const) : []),
      ...(invoice.xmlFileId ? (['download_xml'] as const) : []),
    ],
  };
}

export function presentAdminInvoice(
  invoice: InvoiceWithDocument,
  member: MemberName | undefined,
): AdminInvoiceRow {
  const row = presentInvoice(invoice);
  return {
    ...row,
    member_id: invoice.memberId,
    member_name: member ? `${member.firstName} ${member.lastName}`.trim() : invoice.buyer.name,
    available_actions: [...row.available_actions, ...staffActions(invoice)],
  };
}

/** What the staff may still do to an issued invoice; the page never guesses. */
function staffActions({ type, state, ...invoice }: InvoiceWithDocument): InvoiceAction[] {
  const settle =
    !invoice.balance.replaced && owedCents(invoice, invoice.balance) > 0 ? ['settle' as const] : [];
  if (type === '381' || state === 'replaced' || state === 'credited') return settle;
  return ['credit', ...(state === 'partially_credited' ? [] : ['correct' as const]), ...settle];
}

export function presentLink({
  role,
  precedingId,
  number,
  issueDate,
  amountCents,
}: InvoiceLink): InvoiceLinkView {
  return { role, invoice_id: precedingId, number, issue_date: issueDate, amount_cents: amountCents };
}

/** The link is signed for whoever reads, and for him alone. */
export function presentInvoiceDetail(
  invoice: InvoiceWithDocument,
  readerId: Uuid,
  urls: SignedFileUrls,
  amendments: readonly InvoiceLink[] = [],
): InvoiceDetail {
  return {
    ...presentInvoice(invoice),
    issued_at: invoice.issuedAt.toISOString(),
    member_id: invoice.memberId,
    reason: invoice.reason,
    purchase_order: invoice.purchaseOrder,
    amended_by: amendments.map(presentLink),
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
