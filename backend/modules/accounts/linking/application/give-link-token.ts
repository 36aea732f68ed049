import { Injectable } from '@nestjs/common';
import type { LinkedPlatform } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { hashOf } from '../../access/domain/secret-link';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { linksAnHour, newLinkToken } from '../domain/link-token';
import { LinkTokenRepository } from '../persistence/link-token.repository';

export interface GivenToken {
  token: string;
  expiresAt: Date;
}

const hourMs = 3_600_000;

/** Gives a member what he carries to a platform to say who he is. The one before works no more. */
@Injectable()
export class GiveLinkToken {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly tokens: LinkTokenRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError accounts.too-many-links with `retry_after_seconds`, beyond five an hour */
  async execute(memberId: Uuid, platform: LinkedPlatform, livesMinutes: number): Promise<GivenToken> {
    const token = newLinkToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + livesMinutes * 60_000);
    await this.unitOfWork.run(async (tx) => {
      await this.members.lock(tx, memberId);
      const hourAgo = new Date(now.getTime() - hourMs);
      const given = await this.tokens.givenSince(tx, memberId, platform, hourAgo);
      const oldest = given.at(-linksAnHour);
      if (oldest) throw tooManyLinks(Math.ceil((oldest.getTime() + hourMs - now.getTime()) / 1_000));
      await this.tokens.withdraw(tx, memberId, platform, now);
      await this.tokens.add(tx, {
        ...{ id: newId(), hash: hashOf(token), memberId, platform, createdAt: now, expiresAt },
        ...{ usedAt: null, withdrawnAt: null, taken: false },
      });
    });
    return { token, expiresAt };
  }
}

function tooManyLinks(seconds: number): DomainError {
  return new DomainError(
    'accounts.too-many-links',
    { retry_after_seconds: Math.max(1, seconds), limit: linksAnHour },
    'too-many',
  );
}
