/** A uuid v7 in its canonical text form. */
export type UuidText = string;
/** An instant, ISO-8601 in UTC, e.g. `2026-11-20T09:30:00.000Z`. */
export type IsoInstantText = string;
/** A calendar day, `YYYY-MM-DD`, in the zone the field's comment names. */
export type IsoDateText = string;

export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A text the academy publishes in both languages. */
export interface BilingualText {
  fr: string;
  en: string;
}

/** What every paged list of the API answers beside its rows. */
export interface Page {
  /** Pass it as `?cursor=` to read on; null on the last page. */
  next_cursor: string | null;
}
