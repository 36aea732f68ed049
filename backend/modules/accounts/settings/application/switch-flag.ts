import { Injectable } from '@nestjs/common';
import type { Flag } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { FlagRepository } from '../persistence/flag.repository';

export interface SwitchFlagCommand {
  actorId: Uuid;
  flag: Flag;
  isOn: boolean;
  /** The version the admin was looking at; zero for the first switch. */
  version: number;
}

/** An admin switches a feature for everybody. */
@Injectable()
export class SwitchFlag {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly flags: FlagRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.conflict when another admin switched it in between */
  async execute({ actorId, flag, isOn, version }: SwitchFlagCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = { flag, isOn, updatedAt: this.clock.now(), updatedBy: actorId };
      const before = await this.flags.saveGlobal(tx, row, version);
      tx.audit({
        ...{ actorId, action: 'accounts.switch-flag', objectType: 'feature-flag', objectId: flag },
        before: before && { on: before.isOn },
        after: { on: isOn },
      });
    });
  }
}
