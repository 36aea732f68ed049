import type { InAppText } from '../../announcements/domain/in-app-texts';
import { announcementCalled } from '../../announcements/domain/announcements';
import { typeset } from '../../typography';
import { fill } from '../../wording/domain/fill-words';
import type { Letter } from './channel-sender';

/**
 * The few lines of an announcement in the reader's language, as the staff published them or as the house says them.
 * @throws Error for an announcement that has none any more: the delivery was written by an older release
 */
export function shortWords({ delivery, contact, subject, words: own }: Letter): InAppText {
  const { template: name } = delivery;
  const { locale, firstName } = contact;
  const values = { firstName, ...subject.facts, title: subject.title };
  const short = announcementCalled(name)?.short;
  if (!short) throw new Error(`The announcement ${name} has no short words`);
  const words = own
    ? { title: fill(own.fields.title ?? '', values), body: fill(own.fields.body ?? '', values) }
    : short.texts[locale](values);
  return { title: typeset(words.title, locale), body: typeset(words.body, locale) };
}

/** Cut at a word, with an ellipsis; `limit` in characters as people see them. */
export function cutAt(text: string, limit: number): string {
  const signs = [...new Intl.Segmenter('fr').segment(text)].map(({ segment }) => segment);
  if (signs.length <= limit) return text;
  const kept = signs.slice(0, limit - 1).join('');
  const space = kept.lastIndexOf(' ');
  return `${space > limit / 2 ? kept.slice(0, space) : kept}…`;
}

/** 25 characters at most, the same at every attempt: by it a provider recognises a repeat. */
export function repeatMark(deliveryId: string): string {
  return BigInt(`0x${deliveryId.replaceAll('-', '')}`).toString(36);
}
