import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { AvatarEntity } from './avatar.entity';

@Injectable()
export class AvatarRepository {
  constructor(private readonly dataSource: DataSource) {}

  shownOf(memberId: Uuid): Promise<AvatarEntity | null> {
    return this.dataSource.manager.findOneBy(AvatarEntity, { memberId, removedAt: IsNull() });
  }

  shownOfAll(memberIds: readonly Uuid[]): Promise<AvatarEntity[]> {
    return this.dataSource.manager.findBy(AvatarEntity, {
      memberId: In([...memberIds]),
      removedAt: IsNull(),
    });
  }

  async add(tx: Transaction, avatar: AvatarEntity): Promise<void> {
    await tx.manager.insert(AvatarEntity, avatar);
  }

  async remove(tx: Transaction, memberId: Uuid, now: Date): Promise<void> {
    await tx.manager.update(AvatarEntity, { memberId, removedAt: IsNull() }, { removedAt: now });
  }

  /** Removed ones whose files are still there. */
  removed(limit: number): Promise<AvatarEntity[]> {
    return this.dataSource.manager.find(AvatarEntity, {
      where: { removedAt: Not(IsNull()) },
      order: { removedAt: 'ASC' },
      take: limit,
    });
  }

  async forget(id: Uuid): Promise<void> {
    await this.dataSource.manager.delete(AvatarEntity, { id });
  }
}
