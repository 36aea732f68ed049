/** Who listens: consumers exist, or the fact is only written down for later readers. */
export type Audience = 'handled' | 'informational';

/**
 * One line of the catalogue. `fields` describes every field of the payload, so adding or
 * renaming a field without saying what it means does not compile.
 */
export interface CatalogueEntry<Payload> {
  readonly summary: string;
  readonly audience: Audience;
  /** True when the payload carries an `anchor` the reminder engine may count from. */
  readonly anchored?: true;
  readonly fields: { readonly [Field in keyof Required<Payload>]: string };
}

export type CatalogueOf<Events> = { readonly [Name in keyof Events]: CatalogueEntry<Events[Name]> };
