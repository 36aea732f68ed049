import { memberFeatures, type FeatureView, type SettingsView } from '@calmness/contracts';
import type { SettingsReading } from '../application/read-settings';
import { isOn, lockedBy } from '../domain/is-on';
import type { SettingsChanges } from '../domain/member-settings';
import type { SettingsPatchDto } from './settings.dto';

export function presentSettings({ member, settings, version, switches }: SettingsReading): SettingsView {
  const features = memberFeatures.map((feature): [string, FeatureView] => {
    const { member: chosen } = switches[feature];
    return [
      feature,
      {
        on: isOn(feature, switches[feature]),
        chosen: isOn(feature, { member: chosen }),
        locked_by: lockedBy(feature, switches[feature]),
      },
    ];
  });
  return {
    theme: settings.theme,
    density: settings.density,
    week_starts_on: settings.weekStartsOn,
    locale: member.locale,
    timezone: member.timezone,
    features: Object.fromEntries(features) as SettingsView['features'],
    privacy: {
      analytics_opt_out: settings.analyticsOptOut,
      share_with_mentors: settings.shareWithMentors,
      audience_profile_opt_in: settings.audienceProfileOptIn,
    },
    preset: settings.preset,
    version,
  };
}

export function readSettingsPatch(patch: SettingsPatchDto): SettingsChanges {
  return {
    theme: patch.theme,
    density: patch.density,
    weekStartsOn: patch.week_starts_on,
    features: patch.features && { ...patch.features },
    analyticsOptOut: patch.privacy?.analytics_opt_out,
    shareWithMentors: patch.privacy?.share_with_mentors,
    audienceProfileOptIn: patch.privacy?.audience_profile_opt_in,
    preset: patch.preset,
  };
}
