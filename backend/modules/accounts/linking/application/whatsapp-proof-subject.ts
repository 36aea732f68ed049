import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { whatsAppCodeMinutes } from '../domain/whatsapp-code';
import { WhatsAppProofRepository } from '../persistence/whatsapp-proof.repository';
import { WhatsAppProofs } from './whatsapp-proofs';

const titles: Record<Locale, string> = {
  fr: 'Votre code WhatsApp',
  en: 'Your WhatsApp code',
};

/** Describes a number that is to be proven. The code is derived again at every call, the same each time. */
@Injectable()
export class WhatsAppProofSubject extends SubjectSource {
  readonly kind = 'accounts.whatsapp-proof';

  constructor(
    private readonly proofs: WhatsAppProofRepository,
    private readonly members: MemberRepository,
    private readonly whatsappProofs: WhatsAppProofs,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Facts: `code`, `number`, `minutes`, `firstName`. */
  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const proof = await this.proofs.find(subjectId);
    if (!proof || proof.memberId !== recipientId) return null;
    const member = await this.members.find(proof.memberId);
    const code = this.whatsappProofs.codeOf(proof);
    if (!member || code === undefined) return null;
    const { number } = proof;
    const open = !proof.provenAt && !proof.endedAt && proof.expiresAt > this.clock.now();
    return {
      title: titles[locale],
      when: proof.expiresAt.toISOString(),
      url: '/user/settings',
      // The address book knows proven numbers alone.
      whatsappTo: number,
      facts: { code, number, minutes: String(whatsAppCodeMinutes), firstName: member.firstName },
      stillTrue: open && member.whatsappNumber === number,
    };
  }
}
