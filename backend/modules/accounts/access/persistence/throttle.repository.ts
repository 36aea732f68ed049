import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { forgetAfterSeconds, type ThrottlePolicy } from '../domain/throttle';

/** Counts attempts outside any transaction: a refused login must leave its trace. */
@Injectable()
export class ThrottleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes one attempt, in one statement, so that a thousand at once get no more than those allowed.
   * Answers undefined when it was given, else the instant until which the key is blocked.
   */
  async claim(key: string, policy: ThrottlePolicy, now: Date): Promise<Date | undefined> {
    const given = await this.dataSource.query<unknown[]>(
      `INSERT INTO accounts.throttle AS known (key, attempts, blocked_until, last_attempt_at)
       VALUES ($1, 1, $2, $2)
       ON CONFLICT (key) DO UPDATE SET
         attempts = CASE WHEN known.last_attempt_at < $3 THEN 1 ELSE known.attempts + 1 END,
         blocked_until = CASE
           WHEN known.last_attempt_at < $3 OR known.attempts + 1 < $4 THEN $2
           ELSE $2 + make_interval(secs => least($6, $5 * 2.0 ^ least(known.attempts + 1 - $4, 30))) END,
         last_attempt_at = $2
       -- Two requests may reach the row in the other order than they read the clock: within the free attempts
       -- nobody waits for the other's millisecond.
       WHERE known.blocked_until <= $2 OR known.attempts < $4
       RETURNING key`,
      [
        key,
        now,
        new Date(now.getTime() - forgetAfterSeconds * 1_000),
        policy.free,
        policy.firstWaitSeconds,
        policy.longestWaitSeconds,
      ],
    );
    return given.length === 1 ? undefined : this.blockedUntil(key, now);
  }

  /** An attempt that was none after all, e.g. a right password before its second factor. */
  async refund(key: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts.throttle SET attempts = greatest(attempts - 1, 0), blocked_until = last_attempt_at
        WHERE key = $1`,
      [key],
    );
  }

  async forget(key: string): Promise<void> {
    await this.dataSource.query('DELETE FROM accounts.throttle WHERE key = $1', [key]);
  }

  async removeOlderThan(before: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM accounts.throttle WHERE last_attempt_at < $1', [before]);
  }

  private async blockedUntil(key: string, now: Date): Promise<Date> {
    const [row] = await this.dataSource.query<{ blocked_until: Date }[]>(
      'SELECT blocked_until FROM accounts.throttle WHERE key = $1',
      [key],
    );
    return row?.blocked_until ?? now;
  }
}
