import { Injectable } from '@nestjs/common';
import type { LinkedPlatform } from '@calmness/contracts';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { ExternalAccounts } from './external-accounts';

/** A member takes an account away from the academy; a second time changes nothing. */
@Injectable()
export class UnlinkAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly external: ExternalAccounts,
  ) {}

  async execute(memberId: Uuid, platform: LinkedPlatform): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.members.lock(tx, memberId);
      await this.external.unlink(tx, memberId, platform);
    });
  }
}
