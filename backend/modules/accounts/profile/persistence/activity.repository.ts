import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { ActivityEntity } from './activity.entity';

@Injectable()
export class ActivityRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. */
  latest(memberId: Uuid, limit: number): Promise<ActivityEntity[]> {
    return this.dataSource.manager.find(ActivityEntity, {
      where: { memberId },
      order: { at: 'DESC', eventId: 'DESC' },
      take: limit,
    });
  }

  /** A line that is there already stays: an event told twice is one line. */
  async add(tx: Transaction, activity: ActivityEntity): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(ActivityEntity).values(activity).orIgnore().execute();
  }

  existsOfKind(tx: Transaction, memberId: Uuid, kind: ActivityEntity['kind']): Promise<boolean> {
    return tx.manager.existsBy(ActivityEntity, { memberId, kind });
  }
}
