import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { dayText } from '../domain/day-text';
import { ErasureRepository } from '../persistence/erasure.repository';

const titles: Record<Locale, string> = { fr: 'Suppression de votre compte', en: 'Deletion of your account' };

/** An erasure as the person is told of it, before and after. Facts: executeOn, state. */
@Injectable()
export class ErasureSubject extends SubjectSource {
  readonly kind = 'accounts.erasure';

  constructor(
    private readonly erasures: ErasureRepository,
    private readonly members: MemberRepository,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const erasure = await this.erasures.find(subjectId);
    if (erasure?.memberId !== recipientId) return null;
    const member = await this.members.find(recipientId);
    if (!member) return null;
    const done = erasure.state === 'done';
    return {
      title: titles[locale],
      when: erasure.executeAfter.toISOString(),
      url: done ? '/legal/privacy' : '/user/gestion',
      facts: { executeOn: dayText(erasure.executeAfter, member.timezone, locale) },
      stillTrue: true,
    };
  }
}
