import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Flag } from '@calmness/contracts';
import type { IsoDate } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { FeatureFlagEntity } from './feature-flag.entity';
import { PlanFlagEntity } from './plan-flag.entity';
import { saveVersioned } from './versioned-row';

type Positions = Partial<Record<Flag, boolean>>;

/** Every switch that concerns one member, in one reading. */
export interface MemberSwitches {
  global: Positions;
  /** One entry a running plan. */
  plans: Positions[];
  own: { features: Positions; analyticsOptOut: boolean } | null;
}

const readSwitches = `
  SELECT (SELECT coalesce(jsonb_object_agg(flag, is_on), '{}') FROM accounts.feature_flag) AS global,
         (SELECT coalesce(jsonb_agg((SELECT coalesce(jsonb_object_agg(flag, is_on), '{}')
                                       FROM accounts.plan_flag f WHERE f.plan_id = p.plan_id)), '[]')
            FROM accounts.member_plan p
           WHERE p.member_id = $1 AND p.plan_id IS NOT NULL AND p.ends_on > $2) AS plans,
         (SELECT jsonb_build_object('features', features, 'analyticsOptOut', analytics_opt_out)
            FROM accounts.member_setting WHERE member_id = $1) AS own`;

@Injectable()
export class FlagRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** `today` is the day in Europe/Paris; for a visitor only the academy's switches are there. */
  async switchesOf(memberId: Uuid | null, today: IsoDate): Promise<MemberSwitches> {
    const [row] = await this.dataSource.query<MemberSwitches[]>(readSwitches, [memberId, today]);
    return row ?? { global: {}, plans: [], own: null };
  }

  listGlobal(): Promise<FeatureFlagEntity[]> {
    return this.dataSource.manager.find(FeatureFlagEntity);
  }

  listByPlan(): Promise<PlanFlagEntity[]> {
    return this.dataSource.manager.find(PlanFlagEntity, { order: { planId: 'ASC', flag: 'ASC' } });
  }

  /** Answers the row before. @throws DomainError request.conflict */
  saveGlobal(tx: Transaction, row: Omit<FeatureFlagEntity, 'version'>, version: number) {
    return saveVersioned(tx, FeatureFlagEntity, { flag: row.flag }, version, row);
  }

  /** Answers the row before. @throws DomainError request.conflict */
  savePlan(tx: Transaction, row: Omit<PlanFlagEntity, 'version'>, version: number) {
    const { planId, flag } = row;
    return saveVersioned(tx, PlanFlagEntity, { planId, flag }, version, row);
  }
}
