import type { Locale } from '@calmness/contracts';
import type { MailLine, MailMaterial, MailTemplate } from './mail-content';

/** A longer list is read in the app. */
const mostLines = 20;

interface Words {
  greeting: string;
  lead: string;
  button: string;
  subject: (news: string) => string;
  more: (count: number) => string;
}

const fr: Words = {
  greeting: 'Bonjour',
  lead: 'Voici ce qui vous attend, en un seul message.',
  button: 'Ouvrir mes notifications',
  subject: (news) => `Votre résumé : ${news}`,
  more: (count) => `… et ${count} de plus`,
};
const en: Words = {
  greeting: 'Hello',
  lead: 'Here is what is waiting for you, in one message.',
  button: 'Open my notifications',
  subject: (news) => `Your summary: ${news}`,
  more: (count) => `… and ${count} more`,
};

/** What a person asked to be told together. */
export const digest: MailTemplate = { fr: writtenWith(fr), en: writtenWith(en) };

function writtenWith(words: Words): MailTemplate['fr'] {
  return ({ firstName, facts, link, lines = [] }: MailMaterial) => {
    const left = lines.length - mostLines;
    const rest: MailLine[] = left > 0 ? [{ title: words.more(left), text: words.button, url: link }] : [];
    return {
      subject: words.subject(facts['news'] ?? ''),
      preheader: words.lead,
      greeting: `${words.greeting} ${firstName},`,
      paragraphs: [words.lead],
      list: [...lines.slice(0, mostLines), ...rest],
      button: { label: words.button, url: link },
    };
  };
}

/** Lines a person could meet, for previews. */
export const digestSamples = {
  fr: [
    { title: 'Paiement à valider', text: '129,00 €, référence CAL-7Q4KXP.' },
    { title: 'PDF de la facture CT-20261120-0042 en échec', text: 'Il sera essayé de nouveau chaque heure.' },
  ],
  en: [
    { title: 'Payment to validate', text: '€129.00, reference CAL-7Q4KXP.' },
    { title: 'The PDF of invoice CT-20261120-0042 fails', text: 'It is tried again every hour.' },
  ],
} as const satisfies Record<Locale, readonly Omit<MailLine, 'url'>[]>;
