import type { MemberName } from '@calmness/accounts';
import type {
  DraftLine,
  InvoiceDraftRow,
  InvoiceDraftView,
  InvoiceDraftWrite,
  InvoicePreview,
} from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import type { InvoiceDraft } from '../../invoices/domain/invoice';
import type { OrderedLine } from '../../invoices/domain/order';
import { presentLine, presentVat } from '../../invoices/http/invoice.presenter';
import { fullName } from '../../payments/application/order-of-payment';
import type { PreviewedDraft } from '../application/preview-draft';
import type { DraftContent } from '../domain/draft';
import type { InvoiceDraftEntity } from '../persistence/invoice-draft.entity';

export function presentDraftRow(draft: InvoiceDraftEntity, member: MemberName | undefined): InvoiceDraftRow {
  return {
    id: draft.id,
    type: draft.type,
    member_id: draft.memberId,
    member_name: fullName(member),
    label: draft.content.lines[0]?.label ?? '',
    version: draft.version,
    updated_at: draft.updatedAt.toISOString(),
  };
}

export function presentDraft(
  draft: InvoiceDraftEntity,
  member: MemberName | undefined,
  { invoice, blockers }: PreviewedDraft,
): InvoiceDraftView {
  const { content, state } = draft;
  const open = state === 'draft';
  return {
    ...presentDraftRow(draft, member),
    price_mode: content.priceMode,
    lines: content.lines.map(presentDraftLine),
    supply_from: content.supplyFrom,
    supply_to: content.supplyTo,
    due_date: content.dueDate,
    purchase_order: content.purchaseOrder,
    reason: content.reason,
    preceding_ids: content.precedingIds,
    state,
    invoice_id: draft.invoiceId,
    created_at: draft.createdAt.toISOString(),
    preview: open && invoice ? presentInvoicePreview(invoice) : null,
    blockers: open ? blockers : [],
    available_actions: open ? ['edit', ...(blockers.length === 0 ? ['issue' as const] : []), 'discard'] : [],
  };
}

export function presentInvoicePreview(invoice: InvoiceDraft): InvoicePreview {
  return {
    lines: invoice.lines.map(presentLine),
    vat: invoice.vat.map(presentVat),
    net_cents: invoice.netCents,
    vat_cents: invoice.vatCents,
    total_cents: invoice.totalCents,
    paid_cents: invoice.paidCents,
    buyer_name: invoice.buyer.name,
    mentions: invoice.mentions.map(({ text }) => text),
  };
}

export function readDraftContent(body: InvoiceDraftWrite): DraftContent {
  return {
    priceMode: body.price_mode,
    lines: body.lines.map(readLine),
    supplyFrom: body.supply_from,
    supplyTo: body.supply_to,
    dueDate: body.due_date,
    purchaseOrder: body.purchase_order || null,
    reason: body.reason || null,
    precedingIds: body.preceding_ids as Uuid[],
  };
}

function readLine(line: DraftLine): OrderedLine {
  const [whole = '0', decimals = ''] = line.quantity.split('.');
  return {
    label: line.label,
    detail: line.detail || null,
    quantityMilli: Number(whole) * 1_000 + Number(decimals.padEnd(3, '0')),
    unitPriceCents: line.unit_price_cents,
    discountCents: line.discount_cents,
    discountReason: line.discount_cents > 0 ? line.discount_reason : null,
    supplyKind: line.supply_kind,
    vatRateCode: line.vat_rate_code,
    trainingExempt: line.training_exempt,
  };
}

function presentDraftLine(line: OrderedLine): DraftLine {
  return {
    label: line.label,
    detail: line.detail,
    quantity: String(line.quantityMilli / 1_000),
    unit_price_cents: line.unitPriceCents,
    discount_cents: line.discountCents,
    discount_reason: line.discountReason,
    supply_kind: line.supplyKind,
    vat_rate_code: line.vatRateCode,
    training_exempt: line.trainingExempt,
  };
}
