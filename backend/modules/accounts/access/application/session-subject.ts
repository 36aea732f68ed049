import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { momentIn } from '@calmness/platform/clock';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { MemberRepository } from '../../directory/persistence/member.repository';
import type { SessionEntity } from '../persistence/session.entity';
import { SessionRepository } from '../persistence/session.repository';

const unknown: Record<Locale, string> = { fr: 'inconnu', en: 'unknown' };

/** Describes a login to the member it was made for: browser, country, hour. */
@Injectable()
export class SessionSubject extends SubjectSource {
  readonly kind = 'accounts.session';

  constructor(
    private readonly sessions: SessionRepository,
    private readonly members: MemberRepository,
  ) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid, locale: Locale): Promise<SubjectDescription | null> {
    const session = await this.sessions.find(subjectId);
    const member = session && (await this.members.find(session.memberId));
    if (!member || member.id !== recipientId) return null;
    const device = deviceText(session, locale);
    return {
      title: device,
      when: session.createdAt.toISOString(),
      url: '/user/gestion/security',
      facts: {
        device,
        place: placeText(session.country, locale),
        moment: momentIn(session.createdAt, member.timezone, locale),
      },
      stillTrue: true,
    };
  }
}

function deviceText({ browser, system }: SessionEntity, locale: Locale): string {
  return [browser, system].filter((name) => name !== null).join(' · ') || unknown[locale];
}

function placeText(country: string | null, locale: Locale): string {
  const name = country && new Intl.DisplayNames(locale, { type: 'region' }).of(country);
  return name || unknown[locale];
}
