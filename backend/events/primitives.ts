/** A uuid v7, branded so that a plain string never passes for an identifier. */
export type Uuid = string & { readonly __brand: 'Uuid' };
/** An instant, ISO-8601 in UTC. */
export type IsoInstant = string;
/** A calendar day `YYYY-MM-DD`; the field's comment names its zone. */
export type IsoDate = string;
