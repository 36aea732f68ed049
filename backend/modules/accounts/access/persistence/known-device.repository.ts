import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { KnownDeviceEntity } from './known-device.entity';

@Injectable()
export class KnownDeviceRepository {
  constructor(private readonly dataSource: DataSource) {}

  knows(memberId: Uuid, hash: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(KnownDeviceEntity, { memberId, hash });
  }

  /** How many browsers the member came in with so far. */
  count(tx: Transaction, memberId: Uuid): Promise<number> {
    return tx.manager.countBy(KnownDeviceEntity, { memberId });
  }

  async remember(tx: Transaction, device: KnownDeviceEntity): Promise<void> {
    await tx.query(
      `INSERT INTO accounts.known_device (id, member_id, hash, created_at, last_seen_at)
       VALUES ($1, $2, $3, $4, $4)
       ON CONFLICT (member_id, hash) DO UPDATE SET last_seen_at = excluded.last_seen_at`,
      [device.id, device.memberId, device.hash, device.lastSeenAt],
    );
  }

  /** Every browser is a stranger again. */
  async forgetAll(tx: Transaction, memberId: Uuid): Promise<void> {
    await tx.manager.delete(KnownDeviceEntity, { memberId });
  }

  async removeUnseenSince(tx: Transaction, before: Date): Promise<void> {
    await tx.query('DELETE FROM accounts.known_device WHERE last_seen_at < $1', [before]);
  }
}
