import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { TickScheduler } from '@calmness/platform/events';
import { Announce, sendTick } from '../../announcements/application/announce';
import type { BroadcastEntity } from '../persistence/broadcast.entity';
import { BroadcastRepository } from '../persistence/broadcast.repository';
import { announcementOf } from './forecast-broadcast';

/** One transaction: a death in the middle of it told nobody, the next run takes the same people again. */
const batch = 500;
/** News that waits for longer than this behind a slow provider is no news. */
const livesMs = 2 * 86_400_000;

/** Tells confirmed broadcasts, batch by batch; each person once, by the key of his intent. */
@Injectable()
export class SendBroadcasts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly broadcasts: BroadcastRepository,
    private readonly announce: Announce,
    private readonly ticks: TickScheduler,
    private readonly clock: Clock,
  ) {}

  /** Answers how many people had their turn. */
  async execute(limit = batch): Promise<number> {
    let told = 0;
    for (;;) {
      const done = await this.unitOfWork.run((tx) => this.tellBatch(tx, limit));
      if (done === null) return told;
      told += done;
    }
  }

  /** Null when nothing is left to tell. */
  private async tellBatch(tx: Transaction, limit: number): Promise<number | null> {
    const broadcast = await this.broadcasts.lockSending(tx);
    if (!broadcast) return null;
    const memberIds = await this.broadcasts.waiting(tx, broadcast.id, limit);
    for (const memberId of memberIds) await this.tell(broadcast, memberId);
    const name = { id: broadcast.id, announcement: announcementOf(broadcast.category) };
    await this.broadcasts.noteTold(tx, name, memberIds, this.clock.now());
    if (memberIds.length < limit) {
      const ended = { endedAt: this.clock.now(), version: broadcast.version + 1 };
      await this.broadcasts.save(tx, { ...broadcast, ...ended, state: 'sent' });
    }
    tx.afterCommit(() => this.ticks.wake(sendTick));
    return memberIds.length;
  }

  private async tell(
    { id, category, channels }: BroadcastEntity,
    memberId: BroadcastEntity['id'],
  ): Promise<void> {
    await this.announce.execute({
      ...{ name: announcementOf(category), subjectId: id, memberId, channels },
      expiresAt: new Date(this.clock.now().getTime() + livesMs),
      wakesSenders: false,
    });
  }
}
