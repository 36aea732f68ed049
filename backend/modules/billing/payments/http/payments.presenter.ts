import type { MemberName } from '@calmness/accounts';
import type {
  AdminPaymentRow,
  OrderSummaryView,
  PaymentDetail,
  PaymentMoneyView,
  PaymentPreview,
  PaymentRow,
  ValidatePaymentResponse,
} from '@calmness/contracts';
import { printedName } from '../../invoices/domain/issuer';
import type { InvoiceDraft } from '../../invoices/domain/invoice';
import { presentLine, presentVat } from '../../invoices/http/invoice.presenter';
import type { PayInstructions } from '../application/give-pay-instructions';
import type { PreviewedPayment } from '../application/preview-payment';
import type { PaymentWithInvoice } from '../application/read-payments';
import { fullName } from '../application/order-of-payment';
import type { OrderSummary } from '../application/summarise-order';
import { presentBuyer, vatNoteOf } from './order-summary.presenter';
import type { PartialPayment, ValidatedPayment } from '../application/validated-payment';
import { expiryOf, isOpen } from '../domain/payment';

export function presentPayment(payment: PaymentWithInvoice): PaymentRow {
  const validated = payment.status === 'validated' || payment.status === 'refunded';
  return {
    id: payment.id,
    reference: payment.reference,
    label: payment.planName,
    method: payment.method,
    status: payment.status,
    amount_cents: payment.amountCents,
    currency: payment.currency,
    declared_at: payment.declaredAt.toISOString(),
    validated_at: validated ? (payment.decidedAt?.toISOString() ?? null) : null,
    transaction_number: payment.transactionNumber ?? payment.declaredNumber,
    reject_reason: payment.rejectReason,
    invoice_id: payment.invoiceId,
  };
}

export function presentPaymentDetail(
  payment: PaymentWithInvoice,
  { method, epc }: PayInstructions,
  money: PaymentMoneyView,
): PaymentDetail {
  const open = isOpen(payment.status);
  return {
    ...presentPayment(payment),
    plan_code: payment.planCode,
    method_name: method.name,
    instructions: method.instructions,
    coordinates: method.coordinates,
    epc_qr_svg: epc?.svg ?? null,
    epc_payload: epc?.payload ?? null,
    starts_on: payment.startsOn,
    ends_on: payment.endsOn,
    expires_at: open ? expiryOf(payment.declaredAt).toISOString() : null,
    available_actions: [
      ...(open ? (['cancel', 'send_proof'] as const) : []),
      ...(payment.invoiceId ? (['download_invoice'] as const) : []),
    ],
    money,
  };
}

export function presentAdminPayment(
  payment: PaymentWithInvoice,
  member: MemberName | undefined,
): AdminPaymentRow {
  return {
    ...presentPayment(payment),
    member_id: payment.memberId,
    member_name: fullName(member),
    member_email: member?.email ?? '',
    plan_code: payment.planCode,
  };
}

export function presentOrderSummary(summary: OrderSummary): OrderSummaryView {
  const { plan, issuer, totals, period, cgvVersion } = summary;
  const [vat] = totals.vat;
  return {
    plan_code: plan.code,
    label: plan.name,
    seller_name: printedName(issuer),
    seller_address: [...issuer.addressLines, `${issuer.postalCode} ${issuer.city}`, issuer.country],
    place_of_supply: { fr: 'À distance (visioconférence)', en: 'Remotely (video conference)' },
    net_cents: totals.netCents,
    vat_cents: totals.vatCents,
    total_cents: totals.totalCents,
    currency: 'EUR',
    vat_rate_bp: vat?.rateBp ?? null,
    vat_note: vatNoteOf(summary),
    buyer: presentBuyer(summary.buyer),
    lines: totals.lines.map(presentLine),
    vat: totals.vat.map(presentVat),
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    extends_current: period.extendsCurrent,
    cgv_version: cgvVersion,
  };
}

export function presentPreview(
  { payment, period, buyerName, draft, blockers, effects }: PreviewedPayment,
  row: AdminPaymentRow,
  money: PaymentMoneyView,
): PaymentPreview {
  return {
    ...(draft ? presentDraft(draft) : unwritten(payment.amountCents)),
    payment: row,
    money,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    extends_current: period.extendsCurrent,
    buyer_name: buyerName,
    blockers,
    effects,
  };
}

type PreviewedInvoice = Pick<
  PaymentPreview,
  'lines' | 'vat' | 'net_cents' | 'vat_cents' | 'total_cents' | 'mentions' | 'seller_name' | 'is_demo_issuer'
>;

function presentDraft(draft: InvoiceDraft): PreviewedInvoice {
  return {
    lines: draft.lines.map(presentLine),
    vat: draft.vat.map(presentVat),
    net_cents: draft.netCents,
    vat_cents: draft.vatCents,
    total_cents: draft.totalCents,
    mentions: draft.mentions.map((mention) => mention.text),
    seller_name: printedName(draft.issuer),
    is_demo_issuer: draft.isDemo,
  };
}

/** An invoice that cannot be written yet: the blockers say why. */
function unwritten(amountCents: number): PreviewedInvoice {
  const amounts = { net_cents: 0, vat_cents: 0, total_cents: amountCents };
  return { lines: [], vat: [], ...amounts, mentions: [], seller_name: '', is_demo_issuer: false };
}

export function presentValidated(result: ValidatedPayment | PartialPayment): ValidatePaymentResponse {
  const access = result.status === 'validated' ? result : null;
  return {
    payment_id: result.paymentId,
    status: result.status,
    transaction_number: result.transactionNumber,
    invoice_id: result.invoiceId,
    invoice_number: result.invoiceNumber,
    due_cents: result.status === 'partial' ? result.dueCents : 0,
    subscription_id: access?.subscriptionId ?? null,
    starts_on: access?.startsOn ?? null,
    ends_on: access?.endsOn ?? null,
  };
}
