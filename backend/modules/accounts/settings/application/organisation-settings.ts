import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OpeningHours } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { OrganisationSettingEntity } from '../persistence/organisation-setting.entity';
import { saveVersioned } from '../persistence/versioned-row';

/** What the academy says about itself, and the rules it set. */
export interface Organisation {
  /** IANA zone of the academy. */
  timezone: string;
  contactEmail: string | null;
  contactPhone: string | null;
  address: string | null;
  /** A day that is not listed is closed. */
  openingHours: OpeningHours[];
  /** Hours a member keeps the channels after the end of his access. */
  graceHours: number;
  /** Zero while nothing was saved. */
  version: number;
}

const untouched: Organisation = {
  timezone: 'Europe/Paris',
  contactEmail: null,
  contactPhone: null,
  address: null,
  openingHours: [],
  graceHours: 0,
  version: 0,
};
const onlyRow = { id: true as const };

/** The academy's own settings. */
@Injectable()
export class OrganisationSettings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Organisation> {
    const row = await this.dataSource.manager.findOneBy(OrganisationSettingEntity, onlyRow);
    return row ? toOrganisation(row) : untouched;
  }

  /** @throws DomainError request.conflict when another person saved them in between */
  async save(actorId: Uuid, { version, ...changes }: Organisation): Promise<Organisation> {
    const row = { ...onlyRow, ...changes, updatedAt: this.clock.now(), updatedBy: actorId };
    await this.unitOfWork.run(async (tx) => {
      const before = await saveVersioned(tx, OrganisationSettingEntity, onlyRow, version, row);
      tx.audit({
        ...{ actorId, action: 'accounts.save-organisation', objectType: 'organisation', objectId: 'academy' },
        before: before && { ...toOrganisation(before) },
        after: { ...changes },
      });
    });
    return this.read();
  }
}

function toOrganisation(row: OrganisationSettingEntity): Organisation {
  const { timezone, contactEmail, contactPhone, address, openingHours, graceHours, version } = row;
  return { timezone, contactEmail, contactPhone, address, openingHours, graceHours, version };
}
