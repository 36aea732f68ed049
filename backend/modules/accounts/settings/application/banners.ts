import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BannerSeverity, BilingualText } from '@calmness/contracts';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { BannerEntity } from '../persistence/banner.entity';
import { saveVersioned } from '../persistence/versioned-row';

/** A sentence on top of every page. */
export interface Banner {
  text: BilingualText;
  severity: BannerSeverity;
  from: Date;
  /** Null: until somebody takes it down. */
  until: Date | null;
}

const onlyRow = { id: true as const };
const takenDown = { textFr: null, textEn: null, severity: null, fromAt: null, untilAt: null };

/** What the academy announces to everybody: one banner, or none. */
@Injectable()
export class Banners {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The banner that is planned or shown. */
  async planned(): Promise<{ banner: Banner | null; version: number }> {
    const row = await this.dataSource.manager.findOneBy(BannerEntity, onlyRow);
    return { banner: row && toBanner(row), version: row?.version ?? 0 };
  }

  /** What everybody is told at this moment. */
  async shown(): Promise<(Banner & { version: number }) | null> {
    const { banner, version } = await this.planned();
    const now = this.clock.now();
    if (!banner || banner.from > now || (banner.until && banner.until <= now)) return null;
    return { ...banner, version };
  }

  /** @throws DomainError request.conflict when another person changed it in between */
  async put(actorId: Uuid, { text, severity, from, until }: Banner, version: number): Promise<void> {
    const row = { textFr: text.fr, textEn: text.en, severity, fromAt: from, untilAt: until };
    await this.save(actorId, row, version);
  }

  /** @throws DomainError request.conflict when another person changed it in between */
  async takeDown(actorId: Uuid, version: number): Promise<void> {
    await this.save(actorId, takenDown, version);
  }

  private async save(
    actorId: Uuid,
    text: Pick<BannerEntity, keyof typeof takenDown>,
    version: number,
  ): Promise<void> {
    const row = { ...onlyRow, ...text, updatedAt: this.clock.now(), updatedBy: actorId };
    await this.unitOfWork.run(async (tx) => {
      const before = await saveVersioned(tx, BannerEntity, onlyRow, version, row);
      tx.audit({
        ...{ actorId, action: 'accounts.save-banner', objectType: 'banner', objectId: 'banner' },
        before: before && { fr: before.textFr, en: before.textEn, severity: before.severity },
        after: { fr: text.textFr, en: text.textEn, severity: text.severity },
      });
    });
  }
}

function toBanner({ textFr, textEn, severity, fromAt, untilAt }: BannerEntity): Banner | null {
  if (textFr === null || textEn === null || severity === null || fromAt === null) return null;
  return { text: { fr: textFr, en: textEn }, severity, from: fromAt, until: untilAt };
}
