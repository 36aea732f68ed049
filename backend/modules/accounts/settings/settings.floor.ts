import type { Floor } from '../floor';
import { Banners } from './application/banners';
import { FeatureFlags } from './application/feature-flags';
import { ListFlags } from './application/list-flags';
import { NoteMemberPlan } from './application/note-member-plan';
import { OrganisationSettings } from './application/organisation-settings';
import { ReadAppearance } from './application/read-appearance';
import { ReadSettings } from './application/read-settings';
import { SwitchFlag } from './application/switch-flag';
import { SwitchPlanFlag } from './application/switch-plan-flag';
import { UpdateSettings } from './application/update-settings';
import { BannerEntity } from './persistence/banner.entity';
import { FeatureFlagEntity } from './persistence/feature-flag.entity';
import { FlagRepository } from './persistence/flag.repository';
import { MemberPlanEntity } from './persistence/member-plan.entity';
import { MemberPlanRepository } from './persistence/member-plan.repository';
import { MemberSettingEntity } from './persistence/member-setting.entity';
import { MemberSettingRepository } from './persistence/member-setting.repository';
import { OrganisationSettingEntity } from './persistence/organisation-setting.entity';
import { PlanFlagEntity } from './persistence/plan-flag.entity';

/** What is switched and chosen: by the academy, by plan, by the member; the academy's own settings and banner. */
export const settingsFloor: Floor = {
  entities: [
    BannerEntity,
    FeatureFlagEntity,
    MemberPlanEntity,
    MemberSettingEntity,
    OrganisationSettingEntity,
    PlanFlagEntity,
  ],
  inside: [
    Banners,
    FlagRepository,
    ListFlags,
    MemberPlanRepository,
    MemberSettingRepository,
    NoteMemberPlan,
    ReadAppearance,
    ReadSettings,
    SwitchFlag,
    SwitchPlanFlag,
    UpdateSettings,
  ],
  door: [FeatureFlags, OrganisationSettings],
};
