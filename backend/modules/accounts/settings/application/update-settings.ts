import { Injectable } from '@nestjs/common';
import type { Locale } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork, type Transaction } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import type { MemberEntity } from '../../directory/persistence/member.entity';
import { MemberRepository } from '../../directory/persistence/member.repository';
import { changed, untouchedSettings, type SettingsChanges } from '../domain/member-settings';
import { MemberSettingRepository } from '../persistence/member-setting.repository';

export interface UpdateSettingsCommand {
  memberId: Uuid;
  /** The version the member was looking at; zero when nothing was saved yet. */
  version: number;
  changes: SettingsChanges;
  /** Facts of the profile: changed here or there, it is the same fact. */
  profile: { locale?: Locale; timezone?: string };
}

/** A member changes his settings. The first change makes the row. */
@Injectable()
export class UpdateSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly settings: MemberSettingRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError request.conflict when another device saved in between, accounts.member-not-found */
  async execute({ memberId, version, changes, profile }: UpdateSettingsCommand): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const member = await this.members.lock(tx, memberId);
      if (!member) throw new DomainError('accounts.member-not-found', {}, 'not-found');
      const saved = await this.settings.find(memberId, tx.manager);
      if ((saved?.version ?? 0) !== version) throw new DomainError('request.conflict', {}, 'conflict');
      await this.changeProfile(tx, member, profile);
      const next = {
        ...changed(saved ?? untouchedSettings, changes),
        memberId,
        version: version + 1,
        updatedAt: this.clock.now(),
      };
      await this.settings.save(tx, next);
      const { analyticsOptOut, shareWithMentors, audienceProfileOptIn } = next;
      tx.record('accounts.settings-changed', {
        ...{ memberId, version: next.version },
        ...{ analyticsOptOut, shareWithMentors, audienceProfileOptIn },
      });
    });
  }

  /** The profile's version moves with it: a form opened before would otherwise write the old language back. */
  private async changeProfile(
    tx: Transaction,
    member: MemberEntity,
    { locale = member.locale, timezone = member.timezone }: UpdateSettingsCommand['profile'],
  ): Promise<void> {
    if (locale === member.locale && timezone === member.timezone) return;
    const version = member.version + 1;
    await this.members.update(tx, member.id, { locale, timezone, version });
    tx.record('accounts.profile-updated', { memberId: member.id, version });
  }
}
