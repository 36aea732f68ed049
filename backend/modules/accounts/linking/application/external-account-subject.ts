import { Injectable } from '@nestjs/common';
import type { LinkedPlatform, Locale } from '@calmness/contracts';
import { momentIn } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { ExternalAccountRepository } from '../persistence/external-account.repository';

export const platformNames: Record<LinkedPlatform, string> = { telegram: 'Telegram', discord: 'Discord' };

/** Describes a linked account to its owner. */
@Injectable()
export class ExternalAccountSubject extends SubjectSource {
  readonly kind = 'accounts.external-account';

  constructor(
    private readonly accounts: ExternalAccountRepository,
    private readonly members: MemberRepository,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const account = await this.accounts.find(subjectId);
    if (!account || account.memberId !== recipientId) return null;
    const member = await this.members.find(recipientId);
    if (!member) return null;
    const { username, linkedAt } = account;
    const platform = platformNames[account.platform];
    return {
      title: platform,
      when: linkedAt.toISOString(),
      url: '/user/settings',
      facts: {
        ...{ platform, firstName: member.firstName, username: username ?? platform },
        linkedAt: momentIn(linkedAt, member.timezone, locale),
      },
      stillTrue: true,
    };
  }
}
