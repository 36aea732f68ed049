import { PersonalTables, type PersonalTableRule } from '@calmness/platform/composition';
import { accounting, invoiceRules } from './invoice-tables';

const ofPayment = 'payment_id IN (SELECT id FROM billing.payment WHERE member_id = $1)';

/** What billing knows of a person, table by table; a new column does not pass its spec undecided. */
const rules: PersonalTableRule[] = [
  {
    table: 'payment',
    shows: [
      ...[
        'declared_at',
        'reference',
        'plan_code',
        'plan_name',
        'duration_months',
        'amount_cents',
        'currency',
      ],
      ...[
        'vat_rate_bp',
        'method',
        'status',
        'declared_number',
        'transaction_number',
        'received_on',
        'decided_at',
      ],
      ...['reject_reason', 'starts_on', 'ends_on', 'cgv_version', 'buyer', 'order_lines', 'purchase_order'],
      ...['terms_accepted_at', 'early_start_consent_at', 'early_start_version'],
    ],
    hides: [
      ...['id', 'member_id', 'plan_id', 'plan_group', 'vat_rate_code', 'idempotency_key', 'override_seq'],
      ...['override_reason', 'decided_by', 'subscription_id', 'price_mode', 'early_start_asked'],
      ...['coupon_id', 'replaces_subscription_id'],
    ],
    // Money that came is accounting. What was only announced, and what was written about it, goes.
    erase: {
      set: `declared_number = NULL, idempotency_key = NULL, override_reason = CASE WHEN override_seq > 0 THEN '—' END,
            reject_reason = CASE WHEN status = 'rejected' THEN '—' END,
            buyer = CASE WHEN status IN ('validated', 'refunded') THEN buyer END,
            purchase_order = CASE WHEN status IN ('validated', 'refunded') THEN purchase_order END`,
    },
    because: accounting,
  },
  {
    table: 'payment_proof',
    whose: ofPayment,
    shows: ['sent_at', 'media_type', 'byte_size', 'removed_at'],
    hides: ['id', 'payment_id', 'file_id'],
    // What a bank prints of a person goes with him: the receipt keeps its transaction number.
    erase: 'delete',
  },
  {
    table: 'receipt',
    whose: ofPayment,
    shows: [
      ...['recorded_at', 'method', 'transaction_number', 'amount_cents', 'surplus_cents', 'received_on'],
      ...['currency', 'original_amount', 'exchange_rate'],
    ],
    hides: [
      ...['id', 'payment_id', 'override_seq', 'override_reason', 'invoice_id', 'source', 'recorded_by'],
    ],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'surplus',
    shows: ['created_at', 'amount_cents', 'choice', 'state', 'returned_on', 'returned_number'],
    hides: ['id', 'receipt_id', 'payment_id', 'member_id', 'returned_by'],
    erase: 'keep',
    because: `${accounting}: what the academy owes or sent back`,
  },
  {
    table: 'refund',
    whose: ofPayment,
    shows: [
      ...['requested_at', 'state', 'reason', 'method', 'transaction_number', 'refunded_on', 'amount_cents'],
      ...['access_ends_on', 'decided_at', 'decline_reason'],
    ],
    hides: ['id', 'payment_id', 'lines', 'credit_note_ids', 'requested_by', 'decided_by'],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'statement_line',
    whose: ofPayment,
    shows: ['booked_on', 'label', 'payer', 'amount_cents', 'bank_reference'],
    hides: ['id', 'account', 'fingerprint', 'state', 'payment_id', 'imported_by', 'imported_at'],
    erase: 'keep',
    because: `${accounting}: the bank’s own words for the money`,
  },
  {
    table: 'subscription',
    shows: [
      'created_at',
      'plan_code',
      'plan_name',
      'status',
      'starts_on',
      'ends_on',
      ...['months', 'origin', 'bonus_days', 'paused_on'],
      ...['cancelled_at', 'cancel_reason', 'cancel_comment', 'grant_reason'],
    ],
    hides: ['id', 'member_id', 'plan_id', 'plan_group', 'version', 'granted_by'],
    // His own words go; that he cancelled, and why in a word, stays with the contract.
    erase: { set: 'cancel_comment = NULL' },
    because: `${accounting}: what an invoice was for`,
  },
  {
    table: 'access_code',
    whose: 'redeemed_by = $1',
    shows: ['redeemed_at', 'label', 'months'],
    hides: [
      ...['id', 'code_hash', 'hint', 'plan_id', 'expires_on', 'created_by', 'created_at', 'redeemed_by'],
      'subscription_id',
    ],
    erase: 'keep',
    because: `${accounting}: what was sold outside the house`,
  },
  {
    table: 'contract_request',
    shows: [
      ...['received_at', 'kind', 'reference', 'reason_code', 'effective_on', 'deadline_on', 'status'],
      ...['refund_cents', 'confirmed_at', 'handled_at', 'note'],
    ],
    hides: [
      ...['id', 'member_id', 'subscription_id', 'payment_id', 'sealed', 'locale', 'in_time', 'link_hash'],
      ...['link_expires_at', 'handled_by'],
    ],
    erase: { set: `sealed = NULL, note = CASE WHEN note IS NULL THEN NULL ELSE '—' END` },
    because: 'that somebody asked to leave, and when: proof for five years (Code civil, art. 2224)',
  },
  {
    table: 'invoice_draft',
    shows: ['created_at', 'type', 'state', 'content'],
    hides: ['id', 'member_id', 'invoice_id', 'version', 'created_by', 'updated_at'],
    erase: {
      set: `content = content || '{"lines": [], "purchaseOrder": null, "reason": null}', state = CASE WHEN state = 'draft' THEN 'discarded' ELSE state END`,
    },
    because: 'what was only prepared goes with the person',
  },
  {
    table: 'billing_profile',
    shows: [
      ...['kind', 'name', 'address_lines', 'postal_code', 'city', 'country', 'siren', 'vat_number'],
      ...['vat_check', 'vat_checked_on', 'electronic_address', 'purchase_order', 'updated_at'],
    ],
    hides: [
      ...['member_id', 'version', 'vat_check_attempts', 'vat_check_next_at', 'vat_checked_by'],
      ...['vat_check_proof'],
    ],
    erase: 'delete',
    because: 'invoices keep their own copy',
  },
  ...invoiceRules,
];

export const billingTables = new PersonalTables('billing', rules, {
  plan: 'the catalogue',
  coupon: 'the catalogue',
  subscription_setting: 'the house rules',
  payment_method: 'how to pay',
  vat_rate: 'the law',
  mention_text: 'the law',
  issuer: 'the academy itself',
  invoice_template: 'the academy itself',
  number_counter: 'numbers',
  invoice_chain: 'the end of the chain',
  ledger_head: 'the end of the ledger',
  closing: 'totals of a day, a month, a year',
  account_mapping: 'the accounts of the academy',
  bank_mapping: 'how banks write their statements',
  reconciliation_batch: 'work of the staff',
  reconciliation_row: 'work of the staff: links between a line and a payment',
  billing_setting: 'how the academy works',
});
