import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { VerificationLinks } from './verification-links';

const titles: Record<Locale, string> = {
  fr: 'Confirmez votre adresse e-mail',
  en: 'Confirm your e-mail address',
};

/** Describes a link that proves an address. The link is derived again at every call, the same each time. */
@Injectable()
export class VerificationSubject extends SubjectSource {
  readonly kind = 'accounts.verification';

  constructor(
    private readonly proofs: AddressProofRepository,
    private readonly members: MemberRepository,
    private readonly links: VerificationLinks,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const proof = await this.proofs.find(subjectId);
    if (!proof || proof.memberId !== recipientId) return null;
    const member = await this.members.find(proof.memberId);
    const token = this.links.tokenOf(proof);
    if (!member || !token) return null;
    return {
      title: titles[locale],
      when: proof.expiresAt.toISOString(),
      url: '/verify-email',
      secretLink: `${this.config.publicBaseUrl}/verify-email?token=${token}`,
      facts: { firstName: member.firstName, expiresAt: momentIn(proof.expiresAt, member, locale) },
      stillTrue: proof.usedAt === null && proof.expiresAt > this.clock.now() && !member.emailVerifiedAt,
    };
  }
}

function momentIn(instant: Date, member: MemberEntity, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: member.timezone,
  }).format(instant);
}
