import type { DeskAlertKind, Locale } from '@calmness/contracts';

/** Something that is wrong now. */
export interface Trouble {
  kind: DeskAlertKind;
  /** The provider it concerns; empty when it concerns none. */
  about: string;
  /** How bad: percent of failures or of the room used, megabytes left on the disk, a count otherwise. */
  figure: number;
}

/** Of what was concluded in a quarter of an hour: more failures than this, when there was enough to judge by. */
export const failureWindowMs = 15 * 60_000;
const fewestConcluded = 20;
const mostFailuresPercent = 10;
/** Providers that say "too fast" or "your quota" this often in the window are out of it. */
const quotaStreak = 3;
const databaseFullPercent = 90;

/** How long a trouble lasts before anybody is disturbed. */
export const patienceMs: Record<DeskAlertKind, number> = {
  failure_rate: 0,
  circuit_open: 5 * 60_000,
  provider_quota: 0,
  database_size: 0,
  disk_space: 0,
};

export function failureTrouble({ arrived, missed }: { arrived: number; missed: number }): Trouble[] {
  const concluded = arrived + missed;
  const percent = concluded === 0 ? 0 : (missed / concluded) * 100;
  if (concluded < fewestConcluded || percent <= mostFailuresPercent) return [];
  return [{ kind: 'failure_rate', about: '', figure: Math.round(percent) }];
}

export function quotaTrouble(refusals: number): Trouble[] {
  return refusals < quotaStreak ? [] : [{ kind: 'provider_quota', about: 'whatsapp', figure: refusals }];
}

/** @param limit in bytes; 0 means that nobody set one */
export function databaseTrouble(size: number, limit: number): Trouble[] {
  const percent = limit === 0 ? 0 : Math.floor((size / limit) * 100);
  return percent < databaseFullPercent ? [] : [{ kind: 'database_size', about: '', figure: percent }];
}

/** Both in bytes. */
export function diskTrouble(free: number, reserve: number): Trouble[] {
  return free >= reserve ? [] : [{ kind: 'disk_space', about: '', figure: Math.floor(free / 1_048_576) }];
}

interface Words {
  title: string;
  detail: string;
}
type Say = (trouble: Trouble) => Words;

const words: Record<Locale, Record<DeskAlertKind, Say>> = {
  fr: {
    failure_rate: ({ figure }) => ({
      title: 'Trop d’envois échouent',
      detail: `${figure} % des envois du dernier quart d’heure ont échoué.`,
    }),
    circuit_open: ({ about, figure }) => ({
      title: `${about} ne répond plus`,
      detail: `${figure} échecs de suite : les envois attendent depuis plus de cinq minutes.`,
    }),
    provider_quota: ({ about, figure }) => ({
      title: `${about} refuse la cadence`,
      detail: `${figure} envois refusés pour quota en un quart d’heure.`,
    }),
    database_size: ({ figure }) => ({
      title: 'La base de données est presque pleine',
      detail: `${figure} % de la taille prévue est occupée.`,
    }),
    disk_space: ({ figure }) => ({
      title: 'Le disque est presque plein',
      detail: `Il reste ${figure} Mo dans le dossier des données.`,
    }),
  },
  en: {
    failure_rate: ({ figure }) => ({
      title: 'Too many deliveries fail',
      detail: `${figure}% of the deliveries of the last quarter of an hour failed.`,
    }),
    circuit_open: ({ about, figure }) => ({
      title: `${about} no longer answers`,
      detail: `${figure} failures in a row: deliveries have waited for more than five minutes.`,
    }),
    provider_quota: ({ about, figure }) => ({
      title: `${about} refuses the pace`,
      detail: `${figure} deliveries refused for quota in a quarter of an hour.`,
    }),
    database_size: ({ figure }) => ({
      title: 'The database is almost full',
      detail: `${figure}% of the size foreseen is used.`,
    }),
    disk_space: ({ figure }) => ({
      title: 'The disk is almost full',
      detail: `${figure} MB are left in the data folder.`,
    }),
  },
};

const vendorNames: Record<string, string> = {
  mail: 'E-mail',
  telegram: 'Telegram',
  discord: 'Discord',
  whatsapp: 'WhatsApp',
  push: 'Push',
};

export function troubleWords(trouble: Trouble, locale: Locale): Words {
  const about = vendorNames[trouble.about] ?? trouble.about;
  return words[locale][trouble.kind]({ ...trouble, about });
}
