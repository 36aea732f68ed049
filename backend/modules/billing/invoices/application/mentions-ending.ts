import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, Clock } from '@calmness/platform/clock';
import { DayQueueSource, type DayQueueEntry } from '@calmness/platform/composition';

/** The staff is told this many days before the last day a text may be printed. */
const noticeDays = 60;

/**
 * Legal texts that come to their end without a successor: from then on invoices that need them are refused. The
 * articles of the CGI may be quoted until 31 Dec 2027 (ordonnance 2025-1247).
 */
@Injectable()
export class MentionsEnding extends DayQueueSource {
  readonly permission = 'billing.issuer-read';

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async read(): Promise<DayQueueEntry> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(DISTINCT code)::int AS count FROM billing.mention_text ending
        WHERE valid_to - 1 <= $1::date AND NOT EXISTS (
          SELECT 1 FROM billing.mention_text next
           WHERE next.code = ending.code AND next.lang = ending.lang AND next.valid_from <= ending.valid_to
             AND (next.valid_to IS NULL OR next.valid_to > ending.valid_to))`,
      [addDays(this.clock.today(), noticeDays)],
    );
    return { kind: 'mentions_ending', count: row?.count ?? 0, oldestAt: null, url: '/admin/issuer' };
  }
}
