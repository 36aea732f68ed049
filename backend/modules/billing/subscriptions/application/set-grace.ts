import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { SubscriptionSettingEntity } from '../persistence/subscription-setting.entity';

/** The hours of grace before somebody whose access ended leaves the channels; none unless the staff says so. */
@Injectable()
export class SetGrace {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The migration wrote its one row. */
  read(): Promise<SubscriptionSettingEntity> {
    return this.dataSource.manager.findOneByOrFail(SubscriptionSettingEntity, { id: true });
  }

  /** @throws DomainError billing.version-conflict */
  execute(command: {
    staffId: Uuid;
    graceHours: number;
    version: number;
  }): Promise<SubscriptionSettingEntity> {
    const { staffId, graceHours, version } = command;
    return this.unitOfWork.run(async (tx) => {
      const setting = await tx.manager.findOneOrFail(SubscriptionSettingEntity, {
        where: { id: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (setting.version !== version)
        throw new DomainError('billing.version-conflict', { version: setting.version }, 'conflict');
      const changes = { graceHours, version: version + 1 };
      await tx.manager.update(SubscriptionSettingEntity, { id: true }, changes);
      tx.audit({
        ...{ actorId: staffId, action: 'billing.set-grace', objectType: 'subscription-setting' },
        ...{ objectId: 'channels', before: { graceHours: setting.graceHours }, after: { graceHours } },
      });
      return { ...setting, ...changes };
    });
  }
}
