import { Injectable } from '@nestjs/common';
import { businessZone, Clock, dayIn } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import { ledgerHash, type LedgerFact } from '../domain/ledger-entry';
import { LedgerRepository } from '../persistence/ledger.repository';

/** Writes the book of what happened to invoices: append-only, each entry chained to the one before. */
@Injectable()
export class Ledger {
  constructor(
    private readonly entries: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  /** @param at the hour of the fact, when it was read before: an invoice and its entry are of one day */
  async append(tx: Transaction, what: Omit<LedgerFact, 'at' | 'day'>, at?: Date): Promise<void> {
    const head = await this.entries.lockHead(tx);
    const instant = at ?? this.clock.now();
    const fact = { ...what, at: instant, day: dayIn(instant, businessZone) };
    const seq = head.seq + 1;
    const hash = ledgerHash(head.hash, seq, fact);
    await this.entries.append(tx, { ...fact, seq, prevHash: head.hash, hash });
  }
}
