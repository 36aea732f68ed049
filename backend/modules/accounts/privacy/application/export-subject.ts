import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { dayText } from '../domain/day-text';
import { DataExportRepository } from '../persistence/data-export.repository';

const titles: Record<Locale, string> = { fr: 'Vos données', en: 'Your data' };

/** An archive as its owner is told of it: the page, never the file. Facts: expiresOn. */
@Injectable()
export class ExportSubject extends SubjectSource {
  readonly kind = 'accounts.export';

  constructor(
    private readonly exports: DataExportRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const found = await this.exports.find(subjectId);
    if (found?.memberId !== recipientId || !found.expiresAt) return null;
    const member = await this.members.find(recipientId);
    if (!member) return null;
    return {
      title: titles[locale],
      when: found.expiresAt.toISOString(),
      url: '/user/gestion',
      facts: { expiresOn: dayText(found.expiresAt, member.timezone, locale) },
      stillTrue: found.state === 'ready' && found.expiresAt > this.clock.now(),
    };
  }
}
