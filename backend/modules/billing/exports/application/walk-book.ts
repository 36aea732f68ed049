import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { pagesAhead } from '../../ledger/application/pages-ahead';
import type { IssuedInvoice, PaymentNote } from '../../invoices/domain/invoice';
import { movementsOf } from '../../invoices/domain/movements';
import { ChainReader } from '../../invoices/persistence/chain-reader';
import type { BookFact } from '../domain/book-fact';
import { BookRepository, type BookRow } from '../persistence/book.repository';

const batch = 500;

/** Europe/Paris, both ends included. */
export interface Days {
  from: IsoDate;
  to: IsoDate;
}

/** Follows the book through a span of days, a page at a time, each entry with its invoice. */
@Injectable()
export class WalkBook {
  constructor(
    private readonly book: BookRepository,
    private readonly reader: ChainReader,
  ) {}

  async *execute(days: Days): AsyncGenerator<BookFact, void, undefined> {
    const pages = pagesAhead<BookRow>((last) => this.book.after(last?.seq ?? 0, days, batch));
    for await (const rows of pages) {
      const invoices = await this.reader.byIds(rows.map(({ invoiceId }) => invoiceId));
      const linked = [...invoices.values()].flatMap(({ links }) =>
        links.map(({ precedingId }) => precedingId),
      );
      const preceding = await this.reader.byIds(linked);
      for (const row of rows) yield* factsOf(row, invoices, preceding);
    }
  }
}

function* factsOf(
  row: BookRow,
  invoices: ReadonlyMap<string, IssuedInvoice>,
  others: ReadonlyMap<string, IssuedInvoice>,
): Generator<BookFact> {
  const found = invoices.get(row.invoiceId);
  if (!found) throw new Error('The book speaks of an invoice that is gone');
  const linked = found.links.flatMap(({ role, precedingId }) => {
    const other = others.get(precedingId);
    return other ? [{ role, other }] : [];
  });
  const creditsDeposit = linked.some(({ role, other }) => role === 'credits' && other.type === '386');
  const { seq, at, day } = row;
  const preceding = linked.flatMap(({ role, other }) => (role === 'credits' ? [] : [other]));
  const common = { seq, at, day, preceding, creditsDeposit, invoice: found };
  if (row.kind !== 'invoice-issued') {
    yield {
      ...common,
      money: { ...noteOf(row), amountCents: row.amountCents, beforeCents: row.beforeCents },
    };
    return;
  }
  yield { ...common, money: null };
  if (row.toldOfMoney) return;
  let beforeCents = 0;
  for (const { amountCents, detail } of movementsOf(found)) {
    yield { ...common, money: { ...noteOf({ detail }), amountCents, beforeCents } };
    beforeCents += Math.abs(amountCents);
  }
}

function noteOf({ detail }: Pick<BookRow, 'detail'>): PaymentNote {
  const {
    method,
    reference = '',
    transaction_number: transactionNumber = '',
    received_on: receivedOn = '',
  } = detail;
  return { method: method as PaymentNote['method'], reference, transactionNumber, receivedOn };
}
