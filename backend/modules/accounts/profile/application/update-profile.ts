import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { WhatsAppProofs } from '../../linking/application/whatsapp-proofs';
import { normaliseProfile, type ProfileChanges } from '../domain/profile';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';

export interface UpdateProfileCommand {
  memberId: Uuid;
  /** The version the member was looking at. */
  version: number;
  changes: ProfileChanges;
}

/** A member changes his own profile. His right to pay follows from the event. */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly whatsappProofs: WhatsAppProofs,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the member after the change.
   * @throws DomainError request.conflict when the profile was saved in between, request.invalid for a
   * community name that cannot exist, accounts.member-not-found
   */
  async execute({ memberId, version, changes }: UpdateProfileCommand): Promise<MemberEntity> {
    const normalised = normaliseProfile(changes);
    return this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      if (!member) throw new DomainError('accounts.member-not-found', {}, 'not-found');
      if (member.version !== version) throw new DomainError('request.conflict', {}, 'conflict');
      const next = { ...normalised, version: version + 1 };
      await this.members.update(tx, memberId, next);
      // Another number has to be proven anew.
      if ({ ...member, ...next }.whatsappNumber !== member.whatsappNumber)
        await this.whatsappProofs.end(tx, memberId, this.clock.now());
      tx.record('accounts.profile-updated', { memberId, version: next.version });
      return { ...member, ...next };
    });
  }
}
