/** Where a feature may be switched, from the strongest to the weakest. */
export const flagLevels = ['global', 'plan', 'member'] as const;
export type FlagLevel = (typeof flagLevels)[number];

export interface FlagDefinition {
  /** In the order of `flagLevels`: an upper level that is off wins. */
  readonly levels: readonly FlagLevel[];
  /** What holds at the weakest level while nobody has switched anything. */
  readonly default: boolean;
  /** What holds for a member without a running plan; true when absent. */
  readonly withoutPlan?: boolean;
  /** The member's switch is a choice of privacy and stands among those, not among the features. */
  readonly consent?: true;
}

/** What can be switched. A new feature is one line here; its texts are records over this list. */
export const flagCatalogue = {
  registration: { levels: ['global'], default: true },
  payments: { levels: ['global'], default: true },
  'profile-photo': { levels: ['global'], default: true },
  'welcome-message': { levels: ['global'], default: true },
  'dashboard-activity': { levels: ['global', 'plan', 'member'], default: true },
  'unread-badge': { levels: ['global', 'plan', 'member'], default: true },
  analytics: { levels: ['global', 'member'], default: true, consent: true },
} as const satisfies Record<string, FlagDefinition>;
export type Flag = keyof typeof flagCatalogue;
export const flags = Object.keys(flagCatalogue) as Flag[];

type WithLevel<Level extends FlagLevel> = {
  [Name in Flag]: Level extends (typeof flagCatalogue)[Name]['levels'][number] ? Name : never;
}[Flag];
export type PlanFlag = WithLevel<'plan'>;
/** What a member switches on the page of his settings. */
export type MemberFeature = {
  [Name in WithLevel<'member'>]: (typeof flagCatalogue)[Name] extends { consent: true } ? never : Name;
}[WithLevel<'member'>];

const definitionOf = (flag: Flag): FlagDefinition => flagCatalogue[flag];
export const planFlags = flags.filter((flag) => definitionOf(flag).levels.includes('plan')) as PlanFlag[];
export const memberFeatures = flags.filter(
  (flag) => definitionOf(flag).levels.includes('member') && !definitionOf(flag).consent,
) as MemberFeature[];

/** `GET /flags`: what stands open to a visitor. */
export interface OpenFlagsView {
  flags: Record<Flag, boolean>;
}

export interface GlobalFlagView {
  flag: Flag;
  on: boolean;
  levels: FlagLevel[];
  /** Zero while nobody has switched it. */
  version: number;
}
export interface PlanFlagView {
  plan_id: string;
  flag: PlanFlag;
  on: boolean;
  version: number;
}
/** `GET /admin/feature-flags`. A plan that is not listed has every feature. */
export interface FeatureFlagsView {
  flags: GlobalFlagView[];
  plan_flags: PlanFlagView[];
}
/** `PUT /admin/feature-flags/{flag}` and `PUT /admin/feature-flags/{flag}/plans/{plan_id}`. */
export interface FlagSwitchRequest {
  on: boolean;
  /** The version the admin was looking at, zero for the first switch. */
  version: number;
}
