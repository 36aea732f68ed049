import type { MailMaterial, MailTemplate } from './mail-content';

const fact = (material: MailMaterial, name: string): string => material.facts[name] ?? '';
const whenTold = (material: MailMaterial, name: string, label: string): { label: string; value: string }[] =>
  material.facts[name] ? [{ label, value: material.facts[name] }] : [];

/** An invoice that no order asked for: for a company, a deposit, a correction. */
export const invoiceSent: MailTemplate = {
  fr: (material) => ({
    subject: `Votre ${fact(material, 'document')} ${fact(material, 'number')}`,
    preheader: 'Le document est joint à ce message.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: ['Vous trouverez votre document joint à ce message, et dans votre espace.'],
    facts: [
      { label: 'Numéro', value: fact(material, 'number') },
      { label: 'Objet', value: fact(material, 'label') },
      { label: 'Total TTC', value: fact(material, 'total') },
      ...whenTold(material, 'owed', 'Reste à régler'),
      ...whenTold(material, 'dueDate', 'Échéance'),
    ],
    button: { label: 'Voir mes factures', url: material.link },
  }),
  en: (material) => ({
    subject: `Your ${fact(material, 'document')} ${fact(material, 'number')}`,
    preheader: 'The document is attached to this message.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: ['Your document is attached, in French as the law asks, and waits in your space too.'],
    facts: [
      { label: 'Number', value: fact(material, 'number') },
      { label: 'Subject', value: fact(material, 'label') },
      { label: 'Total, taxes included', value: fact(material, 'total') },
      ...whenTold(material, 'owed', 'Still to be paid'),
      ...whenTold(material, 'dueDate', 'Due date'),
    ],
    button: { label: 'See my invoices', url: material.link },
  }),
};

export const creditNoteReady: MailTemplate = {
  fr: (material) => ({
    subject: `Votre avoir ${fact(material, 'number')}`,
    preheader: `Il porte sur la facture ${fact(material, 'amends')}.`,
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      `Nous avons établi un avoir sur votre facture ${fact(material, 'amends')}. Il est joint à ce message.`,
      'Si vous aviez réglé cette facture, ce que nous vous devons figure dans votre portefeuille.',
    ],
    facts: [
      { label: 'Avoir', value: fact(material, 'number') },
      { label: 'Montant TTC', value: fact(material, 'total') },
    ],
    button: { label: 'Voir mes factures', url: material.link },
  }),
  en: (material) => ({
    subject: `Your credit note ${fact(material, 'number')}`,
    preheader: `It is about invoice ${fact(material, 'amends')}.`,
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      `We wrote a credit note on your invoice ${fact(material, 'amends')}. It is attached, in French as the law asks.`,
      'If you had paid that invoice, what we owe you is in your wallet.',
    ],
    facts: [
      { label: 'Credit note', value: fact(material, 'number') },
      { label: 'Amount, taxes included', value: fact(material, 'total') },
    ],
    button: { label: 'See my invoices', url: material.link },
  }),
};
