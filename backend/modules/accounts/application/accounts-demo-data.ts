import { Injectable } from '@nestjs/common';
import { Clock, tellingThePast } from '@calmness/platform/clock';
import { DemoData, type DemoCast } from '@calmness/platform/composition';
import { Config } from '@calmness/platform/config';
import type { Uuid } from '@calmness/platform/ids';
import { GovernMember } from '../directory/application/govern-member';
import { Labels } from '../directory/application/labels';
import { AccessLedger } from '../privacy/application/access-ledger';
import { OrganisationSettings } from '../settings/application/organisation-settings';

const dayMs = 86_400_000;
const lookedDaysAgo = 12;

/** The academy of the demonstration: how to reach it, a group and a tag, a file that was opened once. */
@Injectable()
export class AccountsDemoData extends DemoData {
  readonly name = 'accounts';

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly organisation: OrganisationSettings,
    private readonly labels: Labels,
    private readonly governMember: GovernMember,
    private readonly ledger: AccessLedger,
  ) {
    super();
  }

  /** @throws Error in production, or when the cast lacks somebody */
  async plant(cast: DemoCast): Promise<boolean> {
    if (this.config.isProduction) throw new Error('demo data is refused in production');
    const current = await this.organisation.read();
    if (current.version > 0) return false;
    const [admin, jean] = [member(cast, 'admin@calmnessfi.com'), member(cast, 'test@calmnessfi.com')];
    const looked = new Date(this.clock.now().getTime() - lookedDaysAgo * dayMs);
    await tellingThePast(looked, async () => {
      await this.plantLabels(admin, jean);
      const reason = { section: 'file', reason: 'support', detail: 'Question sur une facture' } as const;
      await this.ledger.note({ memberId: jean, staffId: admin, ...reason });
    });
    const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
    await this.organisation.save(admin, {
      ...current,
      contactEmail: 'bonjour@example.fr',
      openingHours: weekdays.map((day) => ({ day, opens: '09:00', closes: '18:00' })),
    });
    return true;
  }

  private async plantLabels(actorId: Uuid, memberId: Uuid): Promise<void> {
    const group = await this.labels.create({ actorId, kind: 'group', name: 'Cohorte d’automne' });
    await this.labels.create({ actorId, kind: 'tag', name: 'À rappeler' });
    await this.governMember.label(actorId, memberId, group, true);
  }
}

function member(cast: DemoCast, email: string): Uuid {
  const id = cast.get(email);
  if (!id) throw new Error(`The cast lacks ${email}`);
  return id;
}
