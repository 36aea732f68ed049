/** Rows without which a module cannot work anywhere, production included. Idempotent. */
export abstract class ReferenceData {
  abstract readonly name: string;
  /** Inserts what is missing and never touches what an admin changed. */
  abstract install(): Promise<void>;
}
