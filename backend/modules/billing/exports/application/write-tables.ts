import { Injectable } from '@nestjs/common';
import { AccountMapping } from './account-mapping';
import { bookingOf } from '../domain/booking';
import { fecHeader, fecLines } from '../domain/fec';
import { salesHeader, salesLines } from '../domain/sales-journal';
import { WalkBook, type Days } from './walk-book';

/** The tables an accountant takes away, written as they are read: nothing is kept in memory. */
@Injectable()
export class WriteTables {
  constructor(
    private readonly walk: WalkBook,
    private readonly accounts: AccountMapping,
  ) {}

  /** Journal des ventes, a line for each rate of each invoice. */
  async *sales(days: Days): AsyncGenerator<string, void, undefined> {
    yield salesHeader();
    for await (const fact of this.walk.execute(days)) if (!fact.money) yield salesLines(fact);
  }

  /** Fichier des écritures comptables of a year: balanced entries, numbered without a gap. */
  async *fec(year: number): AsyncGenerator<string, void, undefined> {
    const accounts = await this.accounts.current();
    yield fecHeader();
    let number = 0;
    for await (const fact of this.walk.execute(daysOf(year))) {
      const booking = bookingOf(fact);
      if (!booking) continue;
      number += 1;
      yield fecLines(booking, number, accounts);
    }
  }
}

export function daysOf(year: number): Days {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
