import type { MailMaterial, MailTemplate } from './mail-content';

const fact = (material: MailMaterial, name: string): string => material.facts[name] ?? '';

export const paymentToValidate: MailTemplate = {
  fr: (material) => ({
    subject: `Paiement à valider : ${fact(material, 'amount')}, ${fact(material, 'reference')}`,
    preheader: 'Un membre vient de déclarer un paiement.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: ['Un membre vient de déclarer un paiement. Retrouvez-le sur le relevé, puis validez-le.'],
    facts: [
      { label: 'Offre', value: fact(material, 'plan') },
      { label: 'Montant TTC', value: fact(material, 'amount') },
      { label: 'Référence', value: fact(material, 'reference') },
    ],
    button: { label: 'Ouvrir le paiement', url: material.link },
  }),
  en: (material) => ({
    subject: `Payment to validate: ${fact(material, 'amount')}, ${fact(material, 'reference')}`,
    preheader: 'A member just declared a payment.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: ['A member just declared a payment. Find it on the statement, then validate it.'],
    facts: [
      { label: 'Plan', value: fact(material, 'plan') },
      { label: 'Amount, taxes included', value: fact(material, 'amount') },
      { label: 'Reference', value: fact(material, 'reference') },
    ],
    button: { label: 'Open the payment', url: material.link },
  }),
};

export const paymentRejected: MailTemplate = {
  fr: (material) => ({
    subject: `Votre paiement ${fact(material, 'reference')} n’a pas pu être validé`,
    preheader: 'Voici pourquoi, et comment continuer.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      `Nous n’avons pas pu valider votre paiement. Motif : ${fact(material, 'rejectReason')}`,
      'Aucune somme n’est retenue. Vous pouvez passer une nouvelle commande ou nous écrire.',
    ],
    button: { label: 'Voir mon paiement', url: material.link },
  }),
  en: (material) => ({
    subject: `Your payment ${fact(material, 'reference')} could not be validated`,
    preheader: 'Here is why, and how to go on.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      `We could not validate your payment. Reason: ${fact(material, 'rejectReason')}`,
      'No money is kept. You can place a new order or write to us.',
    ],
    button: { label: 'See my payment', url: material.link },
  }),
};

export const invoiceReady: MailTemplate = {
  fr: (material) => ({
    subject: `Paiement reçu : votre facture ${fact(material, 'number')}`,
    preheader: 'Votre abonnement est actif, la facture est jointe.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      'Merci, votre paiement est bien reçu et votre abonnement est actif. Votre facture est jointe à ce message.',
    ],
    facts: [
      { label: 'Facture', value: fact(material, 'number') },
      { label: 'Offre', value: fact(material, 'label') },
      { label: 'Total TTC', value: fact(material, 'total') },
      ...(material.facts['lastDay']
        ? [{ label: 'Accès jusqu’au', value: `${material.facts['lastDay']} inclus` }]
        : []),
    ],
    button: { label: 'Voir mes factures', url: material.link },
  }),
  en: (material) => ({
    subject: `Payment received: your invoice ${fact(material, 'number')}`,
    preheader: 'Your subscription is active; the invoice is attached.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      'Thank you: your payment has arrived and your subscription is active. Your invoice is attached, in French as the law asks.',
    ],
    facts: [
      { label: 'Invoice', value: fact(material, 'number') },
      { label: 'Plan', value: fact(material, 'label') },
      { label: 'Total, taxes included', value: fact(material, 'total') },
      ...(material.facts['lastDay']
        ? [{ label: 'Access until', value: `${material.facts['lastDay']} included` }]
        : []),
    ],
    button: { label: 'See my invoices', url: material.link },
  }),
};
