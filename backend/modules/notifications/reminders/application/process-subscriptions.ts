import { Injectable } from '@nestjs/common';
import { RehearseDue } from './rehearse-due';
import { RemindDue, type DecidedReminder } from './remind-due';

/** The minute's work for subscriptions, asked for by hand. */
@Injectable()
export class ProcessSubscriptions {
  constructor(
    private readonly remindDue: RemindDue,
    private readonly rehearseDue: RehearseDue,
  ) {}

  /** Answers what was decided about every reminder that was due, or would be when it is a `dryRun`. */
  execute({ dryRun }: { dryRun: boolean }): Promise<DecidedReminder[]> {
    const engine = dryRun ? this.rehearseDue : this.remindDue;
    return engine.execute({ kind: 'subscription' });
  }
}
