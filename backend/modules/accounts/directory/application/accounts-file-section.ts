import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { MemberFileSection, type MemberFilePart } from '@calmness/platform/composition';
import type { Uuid } from '@calmness/platform/ids';
import { ExternalAccountRepository } from '../../linking/persistence/external-account.repository';
import { WhatsAppProofRepository } from '../../linking/persistence/whatsapp-proof.repository';
import { SessionRepository } from '../../access/persistence/session.repository';
import { ActivityRepository } from '../../profile/persistence/activity.repository';

const newestActivities = 20;

/** Where a member is logged in, where else he is reached, and what happened to him. */
@Injectable()
export class AccountsFileSection extends MemberFileSection {
  readonly name = 'accounts';
  readonly permission = 'accounts.members-read';

  constructor(
    private readonly sessions: SessionRepository,
    private readonly activities: ActivityRepository,
    private readonly accounts: ExternalAccountRepository,
    private readonly proofs: WhatsAppProofRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async read(memberId: Uuid): Promise<MemberFilePart> {
    const [sessions, activity, accounts, proof] = await Promise.all([
      this.sessions.livingOf(memberId, this.clock.now()),
      this.activities.latest(memberId, newestActivities),
      this.accounts.ofMember(memberId),
      this.proofs.inForce(memberId),
    ]);
    const linked = accounts.map(({ platform, username, linkedAt, state }) => ({
      ...{ channel: platform, name: username, since: linkedAt.toISOString(), state },
    }));
    return {
      sessions: sessions.map(({ device, browser, country, lastSeenAt }) => ({
        ...{ device, browser, country },
        last_seen_at: lastSeenAt.toISOString(),
      })),
      connections: proof?.provenAt ? [...linked, whatsAppOf(proof.number, proof.provenAt)] : linked,
      activity: activity.map(({ kind, subject, at }) => ({ kind, subject, at: at.toISOString() })),
    };
  }
}

function whatsAppOf(name: string, provenAt: Date) {
  return { channel: 'whatsapp', name, since: provenAt.toISOString(), state: 'active' } as const;
}
