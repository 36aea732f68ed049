import {
  flagCatalogue,
  type Flag,
  type FlagDefinition,
  type FlagLevel,
  type LockKeeper,
} from '@calmness/contracts';

/** Who switched what; a level that is absent switched nothing. */
export type Switches = Partial<Record<FlagLevel, boolean>>;

/**
 * The one rule of features: the academy's "off" beats everything, the plan comes next, the member's own
 * switch last. A level the flag does not have is not asked; an untouched weakest level holds the default.
 */
export function isOn(flag: Flag, switches: Switches): boolean {
  const definition: FlagDefinition = flagCatalogue[flag];
  const weakest = definition.levels.at(-1);
  return definition.levels.every(
    (level) => switches[level] ?? (level === weakest ? definition.default : true),
  );
}

/** Who has the feature off above the member. */
export function lockedBy(flag: Flag, switches: Switches): LockKeeper | null {
  const { levels }: FlagDefinition = flagCatalogue[flag];
  if (levels.includes('global') && switches.global === false) return 'academy';
  return levels.includes('plan') && switches.plan === false ? 'plan' : null;
}

/** What the plans of a member say together: one plan that has the feature is enough. */
export function planSays(flag: Flag, runningPlans: readonly (boolean | undefined)[]): boolean | undefined {
  const { withoutPlan }: FlagDefinition = flagCatalogue[flag];
  if (runningPlans.length === 0) return withoutPlan;
  return runningPlans.some((on) => on !== false);
}
