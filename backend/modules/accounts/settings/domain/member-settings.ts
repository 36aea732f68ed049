import {
  memberFeatures,
  presets,
  type Density,
  type MemberFeature,
  type PresetName,
  type ThemeName,
  type WeekStart,
} from '@calmness/contracts';

/** What a member has chosen, without the facts of his profile. */
export interface MemberSettings {
  theme: ThemeName;
  density: Density;
  weekStartsOn: WeekStart;
  /** Only the switches he touched. */
  features: Partial<Record<MemberFeature, boolean>>;
  analyticsOptOut: boolean;
  shareWithMentors: boolean;
  audienceProfileOptIn: boolean;
  preset: PresetName | null;
}
export type SettingsChanges = Partial<Omit<MemberSettings, 'preset'>> & { preset?: PresetName };

/** What holds for whoever never chose: nothing is shared, nothing is hidden. */
export const untouchedSettings: MemberSettings = {
  theme: 'auto',
  density: 'comfortable',
  weekStartsOn: 'monday',
  features: {},
  analyticsOptOut: false,
  shareWithMentors: false,
  audienceProfileOptIn: false,
  preset: null,
};

/** The settings after the changes: a preset first, single switches on top; a preset holds until one of its switches moves. */
export function changed(settings: MemberSettings, changes: SettingsChanges): MemberSettings {
  const { preset, features, ...single } = changes;
  const base = preset ? { ...settings, ...presets[preset], preset } : settings;
  const next = {
    ...base,
    ...withoutAbsent(single),
    features: { ...base.features, ...withoutAbsent(features ?? {}) },
  };
  return { ...next, preset: next.preset !== null && holds(next.preset, next) ? next.preset : null };
}

function holds(preset: PresetName, settings: MemberSettings): boolean {
  const { density, features } = presets[preset];
  return (
    settings.density === density &&
    memberFeatures.every((feature) => settings.features[feature] === features[feature])
  );
}

function withoutAbsent<T extends object>(changes: T): T {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as T;
}
