import { computed, inject, Service } from '@angular/core';
import type { BilingualText, IsoDateText, IsoInstantText } from '@calmness/contracts';
import { Session } from '../session/session';
import { Language } from './language';

const paris = 'Europe/Paris';

/** A business day carries no hour: it is read at noon UTC and never moves with the reader's zone. */
export function noonOf(day: IsoDateText): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** Numbers, money and dates in the reader's language and zone. Reads signals, so templates follow a switch. */
@Service()
export class Formats {
  private readonly language = inject(Language);
  private readonly session = inject(Session);

  readonly zone = computed(() => this.session.user()?.timezone ?? paris);
  /** The city of the zone, as a reader says it: `Europe/Paris` → `Paris`. */
  readonly zoneCity = computed(() => (this.zone().split('/').at(-1) ?? this.zone()).replaceAll('_', ' '));
  private readonly tag = computed(() => (this.language.locale() === 'fr' ? 'fr-FR' : 'en-GB'));

  private readonly amount = computed(
    () => new Intl.NumberFormat(this.tag(), { style: 'currency', currency: 'EUR' }),
  );
  private readonly count = computed(() => new Intl.NumberFormat(this.tag()));
  private readonly rate = computed(
    () => new Intl.NumberFormat(this.tag(), { style: 'percent', maximumFractionDigits: 2 }),
  );
  private readonly dayLong = computed(
    () => new Intl.DateTimeFormat(this.tag(), { dateStyle: 'long', timeZone: 'UTC' }),
  );
  private readonly dayShort = computed(
    () => new Intl.DateTimeFormat(this.tag(), { dateStyle: 'medium', timeZone: 'UTC' }),
  );
  private readonly monthShort = computed(
    () => new Intl.DateTimeFormat(this.tag(), { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
  private readonly moment = computed(
    () =>
      new Intl.DateTimeFormat(this.tag(), { dateStyle: 'medium', timeStyle: 'short', timeZone: this.zone() }),
  );
  private readonly relative = computed(() => new Intl.RelativeTimeFormat(this.tag(), { numeric: 'auto' }));

  money(cents: number): string {
    return this.amount().format(cents / 100);
  }

  number(value: number): string {
    return this.count().format(value);
  }

  /** “1,2 Mo”. */
  bytes(size: number): string {
    const [value, unit] = size < 1_000_000 ? [size / 1_000, 'kilobyte'] : [size / 1_000_000, 'megabyte'];
    const format = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.tag(), format).format(value);
  }

  /** From basis points: 2000 is 20 %. */
  percent(basisPoints: number): string {
    return this.rate().format(basisPoints / 10_000);
  }

  day(day: IsoDateText): string {
    return this.dayLong().format(noonOf(day));
  }

  dayBrief(day: IsoDateText): string {
    return this.dayShort().format(noonOf(day));
  }

  /** “nov. 2026”. */
  month(day: IsoDateText): string {
    return this.monthShort().format(noonOf(day));
  }

  /** Without the zone's name: use `<cal-moment>`, which shows it. */
  instant(instant: IsoInstantText): string {
    return this.moment().format(new Date(instant));
  }

  /** “il y a 3 heures”, counted from `now`. */
  ago(instant: IsoInstantText, now: Date): string {
    const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / 60_000);
    if (Math.abs(minutes) < 60) {
      return this.relative().format(minutes, 'minute');
    }
    const hours = Math.round(minutes / 60);
    return Math.abs(hours) < 24
      ? this.relative().format(hours, 'hour')
      : this.relative().format(Math.round(hours / 24), 'day');
  }

  /** A text the academy publishes in both languages. */
  text(text: BilingualText): string {
    return text[this.language.locale()];
  }

  country(code: string): string {
    return new Intl.DisplayNames(this.tag(), { type: 'region' }).of(code) ?? code;
  }
}
