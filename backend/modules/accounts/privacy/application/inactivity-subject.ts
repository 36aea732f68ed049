import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { dayText } from '../domain/day-text';
import { eraseAfterMonths, warnAfterMonths, warningDays } from '../domain/inactivity';
import { InactivityRepository } from '../persistence/inactivity.repository';

const titles: Record<Locale, string> = { fr: 'Votre compte dort', en: 'Your account is asleep' };

/** A silence of almost two years. Facts: lastSeenOn, eraseOn. */
@Injectable()
export class InactivitySubject extends SubjectSource {
  readonly kind = 'accounts.inactivity';

  constructor(
    private readonly inactivity: InactivityRepository,
    private readonly members: MemberRepository,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const warning = await this.inactivity.warning(subjectId);
    const member = await this.members.find(recipientId);
    if (warning?.memberId !== recipientId || !member) return null;
    const eraseOn = new Date(
      Math.max(
        warning.warnedAt.getTime() + warningDays * 86_400_000,
        warning.lastSeenAt.getTime() + (eraseAfterMonths - warnAfterMonths) * 30 * 86_400_000,
      ),
    );
    return {
      title: titles[locale],
      when: eraseOn.toISOString(),
      url: '/login',
      facts: {
        lastSeenOn: dayText(warning.lastSeenAt, member.timezone, locale),
        eraseOn: dayText(eraseOn, member.timezone, locale),
      },
      stillTrue: !(await this.inactivity.seenSince(recipientId, warning.warnedAt)),
    };
  }
}
