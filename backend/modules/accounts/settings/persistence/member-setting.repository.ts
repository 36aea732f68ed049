import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { MemberSettingEntity } from './member-setting.entity';

@Injectable()
export class MemberSettingRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(
    memberId: Uuid,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<MemberSettingEntity | null> {
    return manager.findOneBy(MemberSettingEntity, { memberId });
  }

  /** The caller holds the member's row: his writers take turns. */
  async save(tx: Transaction, setting: MemberSettingEntity): Promise<void> {
    await tx.manager.upsert(MemberSettingEntity, setting, ['memberId']);
  }
}
