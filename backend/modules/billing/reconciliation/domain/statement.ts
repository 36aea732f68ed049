import type { IsoDate } from '@calmness/events';

/** A line of a bank statement, as the bank wrote it. */
export interface StatementEntry {
  /** Europe/Paris. */
  bookedOn: IsoDate;
  label: string;
  payer: string | null;
  /** The bank's own name of the transaction. */
  bankReference: string | null;
  /** EUR cents; money that left is negative. */
  amountCents: number;
}

/** Letters and digits in capitals, accents taken off: how labels, names and references are compared. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim();
}
