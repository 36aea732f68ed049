import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { Clock, momentIn } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';
import type { LinkPurpose } from '../domain/secret-link';
import type { AddressProofEntity } from '../persistence/address-proof.entity';
import { AddressProofRepository } from '../persistence/address-proof.repository';
import { EmailChangeRepository } from '../persistence/email-change.repository';
import { SecretLinks } from './secret-links';

const titles: Record<LinkPurpose, Record<Locale, string>> = {
  'verify-email': { fr: 'Confirmez votre adresse e-mail', en: 'Confirm your e-mail address' },
  'reset-password': { fr: 'Choisissez un nouveau mot de passe', en: 'Choose a new password' },
  'accept-invitation': { fr: 'Votre accès à l’académie', en: 'Your access to the academy' },
  'confirm-old-email': { fr: 'Confirmez le changement d’adresse', en: 'Confirm the change of address' },
  'confirm-new-email': { fr: 'Confirmez votre nouvelle adresse', en: 'Confirm your new address' },
};
const pages: Record<LinkPurpose, string> = {
  'verify-email': '/verify-email',
  'reset-password': '/reset-password',
  'accept-invitation': '/reset-password',
  'confirm-old-email': '/email-change',
  'confirm-new-email': '/email-change',
};

/** What a link needs to be told beyond its own row. */
interface Circumstances {
  /** False when nobody needs the link any more. */
  wanted: boolean;
  facts: Record<string, string>;
  mailTo?: string;
}

/** Describes a link sent by mail. It is derived again at every call, the same each time. */
@Injectable()
export class SecretLinkSubject extends SubjectSource {
  readonly kind = 'accounts.verification';

  constructor(
    private readonly proofs: AddressProofRepository,
    private readonly changes: EmailChangeRepository,
    private readonly members: MemberRepository,
    private readonly links: SecretLinks,
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
    const circumstances = member && (await this.circumstances(proof, member));
    if (!circumstances || !token) return null;
    const { wanted, facts, mailTo } = circumstances;
    const expiresAt = momentIn(proof.expiresAt, member.timezone, locale);
    return {
      title: titles[proof.purpose][locale],
      when: proof.expiresAt.toISOString(),
      url: pages[proof.purpose],
      secretLink: `${this.config.publicBaseUrl}${pages[proof.purpose]}?token=${token}`,
      facts: { firstName: member.firstName, expiresAt, ...facts },
      stillTrue: wanted && proof.usedAt === null && proof.expiresAt > this.clock.now(),
      ...(mailTo !== undefined && { mailTo }),
    };
  }

  private async circumstances(
    proof: AddressProofEntity,
    member: MemberEntity,
  ): Promise<Circumstances | undefined> {
    if (proof.purpose === 'verify-email') return { wanted: !member.emailVerifiedAt, facts: {} };
    if (proof.purpose === 'reset-password' || proof.purpose === 'accept-invitation')
      return { wanted: true, facts: {} };
    const change = proof.emailChangeId && (await this.changes.find(proof.emailChangeId));
    if (!change) return undefined;
    const { oldEmail, newEmail } = change;
    const mailTo = proof.purpose === 'confirm-new-email' ? newEmail : oldEmail;
    return { wanted: change.closedAt === null, facts: { newEmail }, mailTo };
  }
}
