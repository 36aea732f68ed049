import type { InvoiceDraft } from './invoice';

/**
 * What an invoice adds to the perpetual total, TTC in EUR cents: a credit note takes away, a final invoice
 * adds what its deposits have not, a corrective one the difference with the invoice it replaces.
 */
export function turnoverOf({
  type,
  totalCents,
  links,
}: Pick<InvoiceDraft, 'type' | 'totalCents' | 'links'>): number {
  if (type === '381') return -totalCents;
  return links.reduce((sum, { amountCents }) => sum - amountCents, totalCents);
}
