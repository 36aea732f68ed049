import type { IsoDate } from '@calmness/events';

/** The one series of the academy: invoices now, deposits and credit notes later. */
export const invoiceSeries = 'CT';

/**
 * Legal number: series, issue day in Paris, rank in the calendar year (four digits, growing to five).
 * One unbroken sequence a year (CGI ann. II 242 nonies A, 7°).
 */
export function invoiceNumber(series: string, issueDate: IsoDate, seq: number): string {
  return `${series}-${issueDate.replaceAll('-', '')}-${String(seq).padStart(4, '0')}`;
}

/** The year whose counter gives the rank. */
export function numberingYear(issueDate: IsoDate): number {
  return Number(issueDate.slice(0, 4));
}
