import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rolePermissions, type Role } from '@calmness/contracts';
import { SessionCheck, type Identity, type LivingSession } from '@calmness/platform/auth';
import { Clock } from '@calmness/platform/clock';
import { Config } from '@calmness/platform/config';
import { DatabaseListener } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { needsTwoFactor } from '../domain/compulsory-factor';

/** Sent by triggers, with the member's id, when a session ends or roles change. */
const channel = 'calmness_access';
const remembersMs = 5_000;
const mostRemembered = 10_000;

interface Remembered {
  memberId: Uuid;
  until: number;
  session: LivingSession | undefined;
}

/**
 * Which sessions are alive, remembered for five seconds at most. An end anywhere is heard at once; a
 * replica that could not listen forgets everything when it hears again.
 */
@Injectable()
export class LivingSessions extends SessionCheck implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly remembered = new Map<Uuid, Remembered>();
  private readonly listener: DatabaseListener;
  /** Counts what was heard: an answer read before the latest news is not remembered. */
  private newsHeard = 0;
  private readonly ears: ((memberId?: Uuid) => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
    this.listener = new DatabaseListener(config.databaseUrl, channel, {
      hear: (memberId) => this.forget(memberId),
      missed: () => this.forgetAll(),
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.listener.stop();
  }

  /** A viewer's own session keeps the view alive; what he sees he sees as a member. */
  async read(identity: Identity): Promise<LivingSession | undefined> {
    if (!identity.viewerId) return this.readOwn(identity);
    const viewer = await this.readOwn({ ...identity, memberId: identity.viewerId });
    return viewer && this.mayView(viewer) ? { roles: ['member'], needsTwoFactor: false } : undefined;
  }

  onNews(hear: (memberId?: Uuid) => void): void {
    this.ears.push(hear);
  }

  private mayView({ roles, needsTwoFactor }: LivingSession): boolean {
    const permission = 'accounts.members-view-as';
    return !needsTwoFactor && roles.some((role) => rolePermissions[role].includes(permission));
  }

  private async readOwn({ sessionId, memberId }: Identity): Promise<LivingSession | undefined> {
    // Real time: what is remembered ages with this process, whatever the hour is said to be.
    const now = performance.now();
    const known = this.remembered.get(sessionId);
    if (known && known.until > now && known.memberId === memberId) return known.session;
    const heardBefore = this.newsHeard;
    const session = await this.look(sessionId, memberId);
    if (heardBefore !== this.newsHeard) return session;
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(sessionId, { memberId, until: now + remembersMs, session });
    return session;
  }

  private async look(sessionId: Uuid, memberId: Uuid): Promise<LivingSession | undefined> {
    const [row] = await this.dataSource.query<{ roles: Role[]; two_factor: boolean }[]>(
      `SELECT member.roles, session.two_factor
         FROM accounts.session JOIN accounts.member ON member.id = session.member_id
        WHERE session.id = $1 AND session.member_id = $2
          AND session.revoked_at IS NULL AND session.expires_at > $3`,
      [sessionId, memberId, this.clock.now()],
    );
    if (!row) return undefined;
    const compulsory = needsTwoFactor(row.roles, this.config.isProduction);
    return { roles: row.roles, needsTwoFactor: compulsory && !row.two_factor };
  }

  private forgetAll(): void {
    this.newsHeard += 1;
    this.remembered.clear();
    for (const hear of this.ears) hear();
  }

  private forget(memberId: string): void {
    this.newsHeard += 1;
    for (const [sessionId, remembered] of this.remembered)
      if (remembered.memberId === memberId) this.remembered.delete(sessionId);
    for (const hear of this.ears) hear(memberId as Uuid);
  }
}
