import type { Uuid } from '@calmness/platform/ids';
import { SubjectSource, type SubjectDescription } from '@calmness/platform/subjects';
import type { SendOutcome } from '@calmness/platform/vendors';
import { MailSender, type Mail } from '@calmness/platform/vendors/smtp';

/** A subject that says what the test wants it to say. */
export class FakeSubject extends SubjectSource {
  description: SubjectDescription | null = {
    title: 'Premium',
    url: '/user/payments',
    facts: { amount: '49,00 €', plan: 'Premium', reference: 'CAL-ABC234', number: 'CT-20261120-0001' },
    stillTrue: true,
  };

  constructor(readonly kind: string) {
    super();
  }

  describe(_subjectId: Uuid, _recipientId: Uuid): Promise<SubjectDescription | null> {
    return Promise.resolve(this.description);
  }
}

/** A provider that answers from a script and keeps what it was handed. */
export class FakeMailSender extends MailSender {
  deduplicatesByMessageId = false;
  readonly sent: Mail[] = [];
  readonly answers: (SendOutcome | Error)[] = [];

  send(mail: Mail): Promise<SendOutcome> {
    this.sent.push(mail);
    const answer = this.answers.shift() ?? { kind: 'accepted', providerId: mail.messageId };
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }
}

/** No wake-up but the test's own: stands in for the `TickScheduler` where the clock jumps. */
export const noTicks = { wake: (): void => undefined };
