import { PersonalTables, type PersonalTableRule } from '@calmness/platform/composition';

const ofInvoice = 'invoice_id IN (SELECT id FROM billing.invoice WHERE member_id = $1)';
const ofPayment = 'payment_id IN (SELECT id FROM billing.payment WHERE member_id = $1)';
const accounting =
  'accounting document, ten years after the end of the year (Code de commerce, art. L123-22)';

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
    ],
    hides: [
      ...['id', 'member_id', 'plan_id', 'plan_group', 'vat_rate_code', 'idempotency_key', 'override_seq'],
      ...['override_reason', 'decided_by', 'subscription_id', 'price_mode'],
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
      'months',
      'cancelled_at',
    ],
    hides: ['id', 'member_id', 'plan_id', 'plan_group', 'version'],
    erase: 'keep',
    because: `${accounting}: what an invoice was for`,
  },
  {
    table: 'invoice',
    shows: [
      ...['issued_at', 'number', 'type', 'issue_date', 'supply_from', 'supply_to', 'due_date', 'currency'],
      ...[
        'net_cents',
        'vat_cents',
        'total_cents',
        'paid_cents',
        'payment_note',
        'payments',
        'purchase_order',
        'reason',
        'issuer',
        'buyer',
        'mentions',
      ],
    ],
    hides: [
      ...['id', 'series', 'year', 'seq', 'member_id', 'frame', 'price_mode', 'issuer_id', 'is_demo'],
      ...['idempotency_key', 'prev_hash', 'hash', 'content_version', 'verify_code'],
    ],
    erase: 'keep',
    because: `${accounting}; the name on it is part of the document`,
  },
  {
    table: 'invoice_line',
    whose: ofInvoice,
    shows: [
      ...['invoice_id', 'position', 'label', 'detail', 'quantity', 'unit_net', 'net_cents', 'rate_bp'],
      ...['discount_cents', 'discount_reason', 'amount_cents'],
    ],
    hides: ['vat_category', 'of_position', 'supply_kind'],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'invoice_vat',
    whose: ofInvoice,
    shows: [],
    hides: [
      ...['invoice_id', 'position', 'category', 'rate_bp', 'base_cents', 'vat_cents'],
      ...['exemption_code', 'exemption_text'],
    ],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'invoice_link',
    whose: ofInvoice,
    shows: ['invoice_id', 'role', 'number', 'issue_date', 'amount_cents'],
    hides: ['position', 'preceding_id'],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'invoice_settlement',
    whose: ofInvoice,
    shows: ['invoice_id', 'method', 'transaction_number', 'amount_cents', 'received_on'],
    hides: ['id', 'recorded_by', 'recorded_at'],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'wallet_movement',
    shows: ['at', 'kind', 'invoice_id'],
    hides: ['id', 'member_id', 'source_id'],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'wallet_entry',
    whose: 'movement_id IN (SELECT id FROM billing.wallet_movement WHERE member_id = $1)',
    shows: ['account', 'amount_cents'],
    hides: ['movement_id'],
    erase: 'keep',
    because: accounting,
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
  {
    table: 'allocation',
    whose: ofInvoice,
    shows: [],
    hides: ['payment_id', 'invoice_id', 'amount_cents'],
    erase: 'keep',
    because: accounting,
  },
  {
    table: 'invoice_document',
    whose: ofInvoice,
    shows: [],
    hides: [
      ...['id', 'invoice_id', 'kind', 'state', 'attempts', 'claimed_until', 'next_attempt_at', 'file_id'],
      ...['sha256', 'last_error', 'ready_at', 'template_version'],
    ],
    erase: 'keep',
    because: `${accounting}; the PDF files are in the archive`,
  },
  {
    table: 'ledger_event',
    whose: ofInvoice,
    shows: [],
    hides: ['seq', 'kind', 'at', 'day', 'invoice_id', 'amount_cents', 'detail', 'prev_hash', 'hash'],
    erase: 'keep',
    because: 'the chained ledger (CGI, art. 286-I-3° bis) cannot lose a link',
  },
];

export const billingTables = new PersonalTables('billing', rules, {
  plan: 'the catalogue',
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
