/**
 * SQL of what invoices add to turnover, by rate: (invoice_id, category, rate_bp, base_cents, vat_cents). A credit
 * note takes away; a final invoice leaves out what its deposits have said, a corrective one what it replaces.
 * @param invoices SQL of the ids
 */
export function turnoverRows(invoices: string): string {
  return `
    SELECT rate.invoice_id, rate.category, rate.rate_bp, sign.of * rate.base_cents AS base_cents,
           sign.of * rate.vat_cents AS vat_cents
      FROM billing.invoice_vat rate
      JOIN billing.invoice ON invoice.id = rate.invoice_id
     CROSS JOIN LATERAL (SELECT CASE invoice.type WHEN '381' THEN -1 ELSE 1 END AS of) sign
     WHERE rate.invoice_id IN (${invoices})
     UNION ALL
    SELECT link.invoice_id, rate.category, rate.rate_bp, -rate.base_cents, -rate.vat_cents
      FROM billing.invoice_link link
      JOIN billing.invoice_vat rate ON rate.invoice_id = link.preceding_id
     WHERE link.role <> 'credits' AND link.invoice_id IN (${invoices})`;
}
