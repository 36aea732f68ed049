import type { PreferredAsset, ProfilePatch, ProfileView } from '@calmness/contracts';
import { preferredAssetCodes } from '@calmness/contracts';

/** Text inputs of the profile: an empty one means "not given". */
export const textFields = [
  'phone',
  'telegram_username',
  'discord_username',
  'whatsapp_number',
  'country',
  'city',
  'bio',
  'trading_experience',
  'risk_tolerance',
  'gender',
  'age_range',
] as const;
export type TextField = (typeof textFields)[number];

export type ProfileForm = Record<TextField, string> & {
  first_name: string;
  last_name: string;
  timezone: string;
  locale: string;
  assets: Record<PreferredAsset, boolean>;
};

export function formOf(profile: ProfileView): ProfileForm {
  const texts = Object.fromEntries(textFields.map((field) => [field, profile[field] ?? '']));
  const assets = Object.fromEntries(
    preferredAssetCodes.map((asset) => [asset, profile.preferred_assets.includes(asset)]),
  );
  return {
    ...(texts as Record<TextField, string>),
    first_name: profile.first_name,
    last_name: profile.last_name,
    timezone: profile.timezone,
    locale: profile.locale,
    assets: assets as Record<PreferredAsset, boolean>,
  };
}

/** What goes over the wire: empty inputs as null, the version the form was opened with. */
export function patchOf(form: ProfileForm, version: number): ProfilePatch {
  const texts = Object.fromEntries(textFields.map((field) => [field, form[field].trim() || null]));
  return {
    ...texts,
    first_name: form.first_name.trim(),
    last_name: form.last_name.trim(),
    timezone: form.timezone,
    locale: form.locale as ProfileView['locale'],
    preferred_assets: preferredAssetCodes.filter((asset) => form.assets[asset]),
    version,
  };
}
