import type { InAppText, InAppTexts } from '../../announcements/domain/in-app-texts';
import {
  eventParkedText,
  invoiceChainBrokenText,
  invoiceDocumentFailedText,
} from '../../announcements/domain/staff-announcements';
import type { MailContent, MailMaterial, MailTemplate } from './mail-content';

/** For those of the staff who want each mail: the words of the list, and where to go. */
export const invoiceDocumentFailed = mailOf(invoiceDocumentFailedText, {
  fr: 'Voir les factures',
  en: 'See the invoices',
});
export const invoiceChainBroken = mailOf(invoiceChainBrokenText, {
  fr: 'Voir les factures',
  en: 'See the invoices',
});
export const eventParked = mailOf(eventParkedText, { fr: 'Voir l’événement', en: 'See the event' });

function mailOf(texts: InAppTexts, buttons: { fr: string; en: string }): MailTemplate {
  return {
    fr: (told) => written(texts.fr(told.facts), `Bonjour ${told.firstName},`, buttons.fr, told),
    en: (told) => written(texts.en(told.facts), `Hello ${told.firstName},`, buttons.en, told),
  };
}

function written(
  { title, body }: InAppText,
  greeting: string,
  label: string,
  { link }: MailMaterial,
): MailContent {
  return { subject: title, preheader: body, greeting, paragraphs: [body], button: { label, url: link } };
}
