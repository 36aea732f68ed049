import { DomainError } from '@calmness/platform/errors';
import {
  apostrophes,
  cyrillic,
  cyrillicExtended,
  greek,
  latin,
  latinExtended,
  vietnamese,
} from './font-ranges';

/** What will be printed, by the wire name of the field it is typed into. */
export type PrintedFields = Record<string, string | readonly string[] | null | undefined>;

const drawn = [latin, latinExtended, apostrophes, vietnamese, greek, cyrillic, cyrillicExtended]
  .flatMap((ranges) => ranges.split(','))
  .map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });

function isDrawn(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
  return !control && drawn.some(([from, to]) => code >= from && code <= to);
}

/** The characters no bundled font can draw, each once. A page would show an empty box, which PDF/A forbids. */
export function undrawn(text: string): string[] {
  return [...new Set([...text.normalize('NFC')].filter((character) => !isDrawn(character)))];
}

/** @throws DomainError billing.glyph-missing naming every field an invoice could not print */
export function assertDrawable(fields: PrintedFields): void {
  const faulty = Object.entries(fields).flatMap(([field, value]) => {
    const characters = undrawn([value ?? ''].flat().join(''));
    return characters.length > 0 ? [{ field, characters }] : [];
  });
  if (faulty.length === 0) return;
  const characters = [...new Set(faulty.flatMap((fault) => fault.characters))].join(' ');
  const errors = faulty.map(({ field }) => ({ field, code: 'invalid' as const }));
  throw new DomainError('billing.glyph-missing', { characters }, 'invalid', errors);
}
