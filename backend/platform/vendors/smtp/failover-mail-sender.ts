import type { SendOutcome } from '../outcome';
import { MailSender, type Mail } from './mail-sender';

interface Closing {
  onApplicationShutdown?(): void;
}

/**
 * A second provider for what the first said it did not take. Never after a doubt, which would be a second mail, and
 * never after a refusal, which the second would repeat.
 */
export class FailoverMailSender extends MailSender {
  readonly deduplicatesByMessageId: boolean;

  constructor(
    private readonly first: MailSender,
    private readonly second: MailSender,
  ) {
    super();
    this.deduplicatesByMessageId = first.deduplicatesByMessageId && second.deduplicatesByMessageId;
  }

  async send(mail: Mail): Promise<SendOutcome> {
    const outcome = await this.first.send(mail);
    if (outcome.kind !== 'retryable') return outcome;
    const other = await this.second.send(mail);
    if (other.kind !== 'retryable') return other;
    return {
      kind: 'retryable',
      reason: `${outcome.reason}; ${other.reason}`,
      afterSeconds: sooner(outcome.afterSeconds, other.afterSeconds),
    };
  }

  onApplicationShutdown(): void {
    for (const sender of [this.first, this.second]) (sender as Closing).onApplicationShutdown?.();
  }
}

/** As soon as one of them takes mails again; at once where one named no time. */
function sooner(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.min(one, other);
}
