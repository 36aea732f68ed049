import type { Clock } from '@calmness/platform/clock';
import type { SendOutcome } from '../outcome';
import { MailSender, type Mail } from './mail-sender';

interface Closing {
  onApplicationShutdown?(): void;
}
type Refusal = Extract<SendOutcome, { kind: 'retryable' }>;

interface Provider {
  sender: MailSender;
  /** Its own word (`retry_after`), in milliseconds since 1970: it is not asked before. */
  heldUntil: number;
  /** Why it asked for time. */
  reason: string;
}

/**
 * A second provider for what the first said it did not take. Never after a doubt, which would be a second mail, and
 * never after a refusal, which the second would repeat. One that asked for time is left alone until then.
 */
export class FailoverMailSender extends MailSender {
  readonly deduplicatesByMessageId: boolean;
  private readonly providers: readonly Provider[];

  constructor(
    first: MailSender,
    second: MailSender,
    private readonly clock: Clock,
  ) {
    super();
    this.deduplicatesByMessageId = first.deduplicatesByMessageId && second.deduplicatesByMessageId;
    this.providers = [first, second].map((sender) => ({ sender, heldUntil: 0, reason: '' }));
  }

  async send(mail: Mail): Promise<SendOutcome> {
    const refusals: Refusal[] = [];
    for (const provider of this.providers) {
      const outcome = this.held(provider) ?? (await this.ask(provider, mail));
      if (outcome.kind !== 'retryable') return outcome;
      refusals.push(outcome);
    }
    return {
      kind: 'retryable',
      reason: refusals.map(({ reason }) => reason).join('; '),
      afterSeconds: soonest(refusals),
    };
  }

  onApplicationShutdown(): void {
    for (const { sender } of this.providers) (sender as Closing).onApplicationShutdown?.();
  }

  private held({ heldUntil, reason }: Provider): Refusal | null {
    const afterSeconds = (heldUntil - this.clock.now().getTime()) / 1_000;
    return afterSeconds > 0 ? { kind: 'retryable', reason, afterSeconds } : null;
  }

  private async ask(provider: Provider, mail: Mail): Promise<SendOutcome> {
    const outcome = await provider.sender.send(mail);
    if (outcome.kind === 'retryable' && outcome.afterSeconds !== undefined) {
      const until = this.clock.now().getTime() + outcome.afterSeconds * 1_000;
      provider.heldUntil = Math.max(provider.heldUntil, until);
      provider.reason = outcome.reason;
    }
    return outcome;
  }
}

/** As soon as one of them takes mails again, the other being passed by; at once where one named no time. */
function soonest(refusals: readonly Refusal[]): number | undefined {
  const waits = refusals.map(({ afterSeconds }) => afterSeconds).filter((one) => one !== undefined);
  return waits.length < refusals.length ? undefined : Math.min(...waits);
}
