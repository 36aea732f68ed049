import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import { EmailChangeRepository } from '../persistence/email-change.repository';

/** Describes a change of address to the member. Its mail goes to the address he had: it may be stolen. */
@Injectable()
export class EmailChangeSubject extends SubjectSource {
  readonly kind = 'accounts.email-change';

  constructor(private readonly changes: EmailChangeRepository) {
    super();
  }

  async describe(subjectId: Uuid, recipientId: Uuid): Promise<SubjectDescription | null> {
    const change = await this.changes.find(subjectId);
    if (!change || change.memberId !== recipientId) return null;
    const { oldEmail, newEmail } = change;
    return {
      title: newEmail,
      url: '/user/gestion/security',
      facts: { newEmail },
      mailTo: oldEmail,
      stillTrue: change.outcome === 'changed',
    };
  }
}
