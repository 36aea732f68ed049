import { Injectable } from '@nestjs/common';
import type { MemberCard } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { SecondFactor } from '../../access/application/second-factor';
import { ErasureRepository } from '../../privacy/persistence/erasure.repository';
import { Avatars } from '../../profile/application/avatars';
import { eligibilityOf } from '../../profile/domain/eligibility';
import { initialsOf } from '../domain/initials';
import { MemberListRepository } from '../persistence/member-list.repository';
import { MemberRepository } from '../persistence/member.repository';
import { presentMemberRow } from './member-row';

/** The first page of a member's file: who he is and how his account stands. */
@Injectable()
export class MemberFile {
  constructor(
    private readonly members: MemberRepository,
    private readonly list: MemberListRepository,
    private readonly erasures: ErasureRepository,
    private readonly secondFactor: SecondFactor,
    private readonly avatars: Avatars,
    private readonly clock: Clock,
  ) {}

  /** `readerId` is who the picture's link is signed for. @throws DomainError accounts.member-not-found */
  async card(memberId: Uuid, readerId: Uuid): Promise<MemberCard> {
    const [member, listed] = await Promise.all([
      this.members.find(memberId),
      this.list.find(memberId, this.clock.today()),
    ]);
    if (!member || !listed) throw new DomainError('accounts.member-not-found', {}, 'not-found');
    const [erasure, twoFactor, pictures] = await Promise.all([
      this.erasures.open(memberId),
      this.secondFactor.isEnabled(memberId),
      this.avatars.linksFor(readerId, [memberId], 'large'),
    ]);
    const { lockedAt, lockReason } = member;
    return {
      ...presentMemberRow(listed),
      phone: member.phone,
      telegram_username: member.telegramUsername,
      discord_username: member.discordUsername,
      whatsapp_number: member.whatsappNumber,
      country: member.country,
      city: member.city,
      locale: member.locale,
      timezone: member.timezone,
      avatar_url: pictures.get(memberId) ?? null,
      initials: initialsOf(member.firstName, member.lastName),
      lock: lockedAt && { at: lockedAt.toISOString(), reason: lockReason ?? '' },
      erasure_at: erasure?.executeAfter.toISOString() ?? null,
      missing_fields: eligibilityOf(member).missingFields,
      two_factor: twoFactor,
      version: member.version,
    };
  }
}
