import type { AccountCode } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import { isCreditNote, type IssuedInvoice } from '../../invoices/domain/invoice';
import { methodAccount, vatAccount } from './accounts';
import type { BookFact } from './book-fact';

export interface BookedLine {
  code: AccountCode;
  /** EUR cents; exactly one of the two is not 0. */
  debitCents: number;
  creditCents: number;
}
/** One balanced entry of a journal. */
export interface Booking {
  journal: 'VE' | 'BQ';
  day: IsoDate;
  piece: string;
  pieceDay: IsoDate;
  label: string;
  validatedOn: IsoDate;
  /** Whose account 411 it is. */
  memberId: string;
  memberName: string;
  lines: BookedLine[];
}

const titles = {
  '380': 'Facture',
  '381': 'Avoir',
  '384': 'Facture rectificative',
  '386': 'Facture d’acompte',
};
const journals = { VE: 'Ventes', BQ: 'Banque' } as const;

export function journalName(journal: Booking['journal']): string {
  return journals[journal];
}

/** What a fact does to the accounts; an invoice of nothing is booked nowhere. */
export function bookingOf(fact: BookFact): Booking | null {
  const sums = new Map<AccountCode, number>();
  const debit = (code: AccountCode, cents: number): void => {
    sums.set(code, (sums.get(code) ?? 0) + cents);
  };
  if (fact.money) bookMoney(fact, debit);
  else bookInvoice(fact, debit);
  const lines = [...sums].flatMap(([code, cents]) => (cents === 0 ? [] : [lineOf(code, cents)]));
  return lines.length === 0 ? null : { ...headOf(fact), lines };
}

type Debit = (code: AccountCode, cents: number) => void;

/** The client owes what was sold and its tax; deposits and a replaced invoice are taken back. */
function bookInvoice({ invoice, preceding, creditsDeposit }: BookFact, debit: Debit): void {
  const sign = isCreditNote(invoice) ? -1 : 1;
  bookSale(
    invoice,
    { sign, client: clientOf(invoice), deposit: isDeposit(invoice) || creditsDeposit },
    debit,
  );
  for (const other of preceding)
    bookSale(other, { sign: -1, client: 'customer', deposit: isDeposit(other) }, debit);
}

function isDeposit({ type }: IssuedInvoice): boolean {
  return type === '386';
}

function bookSale(
  invoice: IssuedInvoice,
  { sign, client, deposit }: { sign: number; client: AccountCode; deposit: boolean },
  debit: Debit,
): void {
  const oss = invoice.mentions.some(({ code }) => code === 'vat-oss');
  for (const { netCents, supplyKind } of invoice.lines)
    debit(deposit ? 'deposit' : supplyKind === 'goods' ? 'goods' : 'services', -sign * netCents);
  for (const { rateBp, vatCents } of invoice.vat) debit(vatAccount(rateBp, oss), -sign * vatCents);
  debit(client, sign * invoice.totalCents);
}

/** A credit note that is not refunded yet is owed to the client. */
function clientOf(invoice: IssuedInvoice): AccountCode {
  return isCreditNote(invoice) && invoice.paidCents === 0 ? 'customer-credit' : 'customer';
}

function bookMoney({ invoice, money }: BookFact, debit: Debit): void {
  if (!money) return;
  debit(methodAccount(money.method), money.amountCents);
  debit(clientOf(invoice), -money.amountCents);
}

function lineOf(code: AccountCode, cents: number): BookedLine {
  return { code, debitCents: Math.max(cents, 0), creditCents: Math.max(-cents, 0) };
}

function headOf({ day, invoice, money }: BookFact): Omit<Booking, 'lines'> {
  const { number, issueDate, buyer, memberId, type } = invoice;
  const who = { memberId, memberName: buyer.name, validatedOn: day };
  if (!money)
    return {
      ...who,
      journal: 'VE',
      day,
      piece: number,
      pieceDay: issueDate,
      label: `${titles[type]} ${number}`,
    };
  const verb = money.amountCents < 0 ? 'Remboursement' : 'Règlement';
  const received = money.receivedOn.slice(0, 4) === day.slice(0, 4) && money.receivedOn < day;
  return {
    ...{ ...who, journal: 'BQ', day: received ? money.receivedOn : day },
    ...{ piece: money.transactionNumber, pieceDay: money.receivedOn, label: `${verb} ${number}` },
  };
}
