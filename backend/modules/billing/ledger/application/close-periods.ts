import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@calmness/events';
import { addDays, Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { chainStart } from '../domain/chain';
import { closingHash, isOver, spansEndingOn, type ClosedSpan, type Closing } from '../domain/closing';
import { ClosingRepository } from '../persistence/closing.repository';
import { LedgerRepository } from '../persistence/ledger.repository';
import { Ledger } from './ledger';

/**
 * Closes every Paris day that is over and not closed yet, one after the other, and with the last day of a month
 * or a year the month and the year. Run twice, or by two workers at once, it closes nothing twice.
 */
@Injectable()
export class ClosePeriods {
  constructor(
    private readonly closings: ClosingRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: Ledger,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Answers what it closed. */
  async execute(): Promise<ClosedSpan[]> {
    const closed: ClosedSpan[] = [];
    for (let spans = await this.closeNextDay(); spans.length > 0; spans = await this.closeNextDay())
      closed.push(...spans);
    return closed;
  }

  private closeNextDay(): Promise<ClosedSpan[]> {
    return this.unitOfWork.run(async (tx) => {
      // Behind the end of the book: nobody writes in it while its day is summed.
      await this.entries.lockHead(tx);
      const day = await this.nextDay(tx);
      if (day === null || !isOver(day, this.clock.now())) return [];
      const spans = spansEndingOn(day);
      for (const span of spans) await this.close(tx, span);
      return spans;
    });
  }

  /** The day after the last closed one, or the first of the book; null while there is no book. */
  private async nextDay(tx: Transaction): Promise<IsoDate | null> {
    const { day } = await this.closings.ends(tx);
    return day ? addDays(day.toDay, 1) : this.closings.firstDay(tx);
  }

  private async close(tx: Transaction, span: ClosedSpan): Promise<void> {
    const { last, day } = await this.closings.ends(tx);
    const { movedCents, ...figures } = await this.closings.figures(tx, span);
    const unsealed: Omit<Closing, 'hash'> = {
      ...span,
      ...figures,
      seq: (last?.seq ?? 0) + 1,
      ...perpetualAfter(day, span, { totalCents: figures.totalCents, movedCents }),
      closedAt: this.clock.now(),
      prevHash: last?.hash ?? chainStart,
    };
    const hash = closingHash(unsealed);
    await this.closings.insert(tx, { ...unsealed, hash });
    const { period, fromDay: from, toDay: to } = span;
    const perpetual = String(unsealed.perpetualCents);
    const detail = {
      period,
      from,
      to,
      hash,
      total_cents: String(figures.totalCents),
      perpetual_cents: perpetual,
    };
    await this.ledger.append(tx, { kind: 'closing-made', invoiceId: null, amountCents: 0, detail });
  }
}

/** Days make the perpetual totals grow; months and years repeat where the days have led. */
function perpetualAfter(
  day: Pick<Closing, 'perpetualCents' | 'perpetualGrossCents'> | null,
  { period }: ClosedSpan,
  { totalCents, movedCents }: { totalCents: number; movedCents: number },
): Pick<Closing, 'perpetualCents' | 'perpetualGrossCents'> {
  const { perpetualCents, perpetualGrossCents } = day ?? { perpetualCents: 0, perpetualGrossCents: 0 };
  if (period !== 'day') return { perpetualCents, perpetualGrossCents };
  return {
    perpetualCents: perpetualCents + totalCents,
    perpetualGrossCents: perpetualGrossCents + movedCents,
  };
}
