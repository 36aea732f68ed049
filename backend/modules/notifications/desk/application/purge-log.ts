import { Injectable } from '@nestjs/common';
import { deliveryLogDays } from '@calmness/contracts';
import { addDays, Clock, startOfDay } from '@calmness/platform/clock';
import { OldRows, piles, type PileName } from '../persistence/old-rows';

export const purgeBatch = 1_000;

export type Purged = Record<PileName, number>;

/**
 * Forgets what is older than ninety days (invariant N8), batch by batch, each in a transaction of its own: killed
 * anywhere, the next run goes on where it stopped. What was counted stays counted by day; what was decided stays with
 * its key, so that a replay speaks to nobody twice.
 */
@Injectable()
export class PurgeLog {
  constructor(
    private readonly oldRows: OldRows,
    private readonly clock: Clock,
  ) {}

  async execute({ dryRun = false, batch = purgeBatch } = {}): Promise<Purged> {
    const before = startOfDay(addDays(this.clock.today(), -deliveryLogDays));
    if (!dryRun) await this.oldRows.summarise(before);
    const purged: Purged = { deliveries: 0, digests: 0, provider_events: 0, notifications: 0 };
    for (const name of Object.keys(piles) as PileName[])
      purged[name] = dryRun ? await this.oldRows.count(name, before) : await this.forget(name, before, batch);
    return purged;
  }

  private async forget(name: PileName, before: Date, batch: number): Promise<number> {
    let sum = 0;
    for (;;) {
      const gone = await this.oldRows.forget(name, before, batch);
      sum += gone;
      if (gone < batch) return sum;
    }
  }
}
