import { Injectable } from '@nestjs/common';
import { Clock, isTellingThePast, SystemClock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import { ChainRepository } from '../persistence/chain.repository';

const toleratedMs = 5_000;

/** Two machines have to agree on the time before one of them dates an invoice (billing §2, chronology). */
@Injectable()
export class ClockAgreement {
  constructor(
    private readonly chain: ChainRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Compares the machine's own time, before any offset, with the database's. A told past and a clock
   * that a test holds still have nothing to compare.
   * @throws DomainError billing.clock-skew when they are more than five seconds apart
   */
  async assert(): Promise<void> {
    if (isTellingThePast() || !(this.clock instanceof SystemClock)) return;
    const before = this.clock.machineTime().getTime();
    const database = (await this.chain.databaseTime()).getTime();
    const after = this.clock.machineTime().getTime();
    // The database answered somewhere between the two; only what lies outside is skew.
    const skewMs = Math.max(before - database, database - after, 0);
    if (skewMs > toleratedMs)
      throw new DomainError(
        'billing.clock-skew',
        { skew_seconds: Math.round(skewMs / 1_000) },
        'unavailable',
      );
  }
}
