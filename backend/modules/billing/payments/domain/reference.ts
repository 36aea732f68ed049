import { randomInt } from 'node:crypto';

/** No 0/O, 1/I/L: read aloud or copied by hand, a reference stays what it is. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 6;

/** A reference a member writes in the label of his transfer, e.g. `CAL-7K3M9Q`. */
export function newReference(): string {
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? '');
  return `CAL-${letters.join('')}`;
}
