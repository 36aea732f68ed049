import type { wallet as french } from '../fr/wallet';

export const wallet: typeof french = {
  lead: 'What the academy owes you: credit notes, overpayments and deposits. No money is ever put in.',
  balance: 'Balance in your favour',
  balanceHint: 'It is refunded to you by transfer. Write to us if you would rather use it otherwise.',
  movements: 'Statement',
  empty: 'Nothing to report',
  emptyReason: 'A credit note or an overpayment would be listed here, with its document.',
  toPayments: 'See my payments',
  columns: { date: 'Date', kind: 'Operation', document: 'Document', amount: 'Amount', balance: 'Balance' },
  kinds: { credit_note: 'Credit note', surplus: 'Overpayment', refund: 'Refund' },
  deposits: 'Deposits paid',
  depositsLead: 'They will be deducted from your final invoice.',
  depositLine: (number: string, day: string) => `${number} of ${day}`,
  absent: 'This part of the statement is unavailable for the moment.',
};
