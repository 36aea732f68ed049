import type { PersonalTableRule } from '@calmness/platform/composition';

const ofInvoice = 'invoice_id IN (SELECT id FROM billing.invoice WHERE member_id = $1)';
/** Why a document outlives the account it speaks of. */
export const accounting =
  'accounting document, ten years after the end of the year (Code de commerce, art. L123-22)';

/** Issued documents and what proves them: a person reads them, nobody erases them. */
export const invoiceRules: PersonalTableRule[] = [
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
