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

/** Asks Telegram once what is new, if no other worker does. */
@Injectable()
export class ListenToTelegram {
  private readonly holder = newId();

  constructor(
    private readonly dataSource: DataSource,
    private readonly telegram: TelegramPort,
    private readonly events: ProviderEvents,
    private readonly clock: Clock,
  ) {}

  /** False while another worker listens. @throws Error when Telegram does not answer */
  async execute(): Promise<boolean> {
    const [held] = await this.dataSource.query<[{ last: string | null }[], number]>(
      `UPDATE notifications.telegram_ear SET holder = $1, held_until = $2::timestamptz + make_interval(secs => $3)
        WHERE holder = $1 OR held_until < $2 RETURNING last_update_id::text AS last`,
      [this.holder, this.clock.now(), holdSeconds],
    );
    const ear = held[0];
    if (!ear) return false;
    const last = ear.last === null ? null : Number(ear.last);
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
      `UPDATE notifications.telegram_ear SET last_update_id = greatest(last_update_id, $1) WHERE holder = $2`,
      [id, this.holder],
    );
  }
}
