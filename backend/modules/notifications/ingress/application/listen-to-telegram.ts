import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@calmness/platform/clock';
import { newId } from '@calmness/platform/ids';
import { TelegramPort } from '@calmness/platform/vendors/telegram';
import { hearTelegram } from '../domain/heard';
import { ProviderEvents } from '../persistence/provider-events';

const waitSeconds = 10;
/** Longer than one question takes: a worker that died lets go by itself. */
const holdSeconds = 45;

/**
 * After a week without news Telegram numbers them anew, also from below. Asking without a number is always right, because
 * it keeps count of what was named as seen itself; what is told twice is heard once.
 */
const numberedForMs = 6 * 86_400_000;

/** Asks Telegram once what is new, if no other worker does. */
@Injectable()
export class ListenToTelegram {
  private readonly holder = newId();
  private newsAt = new Date(0);

  constructor(
    private readonly dataSource: DataSource,
    private readonly telegram: TelegramPort,
    private readonly events: ProviderEvents,
    private readonly clock: Clock,
  ) {}

  /** False while another worker listens. @throws Error when Telegram does not answer */
  async execute(): Promise<boolean> {
    const [held] = await this.dataSource.query<[{ last: string | null }[], number]>(
      // Numbers are one bot's own: who comes anew, perhaps with the token of another, begins without any.
      `UPDATE notifications.telegram_ear SET holder = $1, held_until = $2::timestamptz + make_interval(secs => $3),
              last_update_id = CASE WHEN holder = $1 THEN last_update_id END
        WHERE holder = $1 OR held_until < $2 RETURNING last_update_id::text AS last`,
      [this.holder, this.clock.now(), holdSeconds],
    );
    const ear = held[0];
    if (!ear) return false;
    const stale = this.clock.now().getTime() - this.newsAt.getTime() > numberedForMs;
    const last = ear.last === null || stale ? null : Number(ear.last);
    const updates = await this.telegram.updatesAfter(last, waitSeconds);
    for (const { id, raw } of updates) {
      const heard = hearTelegram(raw);
      if (heard) await this.events.hear('telegram', String(id), heard);
    }
    const newest = updates.at(-1)?.id;
    // Only once all of them are kept: what is named as seen, Telegram forgets.
    if (newest !== undefined) await this.remember(newest);
    return true;
  }

  private async remember(id: number): Promise<void> {
    await this.dataSource.query(
      'UPDATE notifications.telegram_ear SET last_update_id = $1 WHERE holder = $2',
      [id, this.holder],
    );
    this.newsAt = this.clock.now();
  }
}
