import type {
  AgeRange,
  FieldError,
  Gender,
  Locale,
  PreferredAsset,
  RiskTolerance,
  TradingExperience,
} from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import { readDiscordName, readTelegramName, type HandleReading } from './handles';

/** What a member may change of himself; null clears. Phone numbers are E.164. */
export interface ProfileChanges {
  firstName?: string;
  lastName?: string;
  phone?: string | null;
  telegramUsername?: string | null;
  discordUsername?: string | null;
  whatsappNumber?: string | null;
  country?: string | null;
  city?: string | null;
  bio?: string | null;
  tradingExperience?: TradingExperience | null;
  riskTolerance?: RiskTolerance | null;
  preferredAssets?: PreferredAsset[];
  gender?: Gender | null;
  ageRange?: AgeRange | null;
  timezone?: string;
  locale?: Locale;
}

/**
 * The changes as they are stored: names of the communities in their one form, assets once each.
 * @throws DomainError request.invalid naming every refused field by its wire name
 */
export function normaliseProfile(changes: ProfileChanges): ProfileChanges {
  const errors: FieldError[] = [];
  const read = (field: string, typed: string | null | undefined, how: (typed: string) => HandleReading) => {
    if (typed === null || typed === undefined) return typed;
    const reading = how(typed);
    if ('name' in reading) return reading.name;
    errors.push({ field, code: reading.fault });
    return undefined;
  };
  const normalised = {
    ...changes,
    telegramUsername: read('telegram_username', changes.telegramUsername, readTelegramName),
    discordUsername: read('discord_username', changes.discordUsername, readDiscordName),
    preferredAssets: changes.preferredAssets && [...new Set(changes.preferredAssets)],
  };
  if (errors.length > 0) throw new DomainError('request.invalid', {}, 'invalid', errors);
  return withoutAbsent(normalised);
}

function withoutAbsent(changes: ProfileChanges): ProfileChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
