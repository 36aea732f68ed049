import type { MailMaterial, MailTemplate } from './mail-content';

const fact = (material: MailMaterial, name: string): string => material.facts[name] ?? '';
/** A labelled value, left out when there is none. */
const line = (label: string, value: string) => (value ? [{ label, value }] : []);

export const subscriptionCancelled: MailTemplate = {
  fr: (material) => ({
    subject: `Votre résiliation est enregistrée : ${fact(material, 'plan')}`,
    preheader: `Votre accès reste ouvert jusqu’au ${fact(material, 'lastDay')} inclus.`,
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      `Votre abonnement ${fact(material, 'plan')} est résilié. Vous gardez votre accès jusqu’au ${fact(material, 'lastDay')} inclus, puis il prend fin : rien ne sera prélevé ni renouvelé.`,
      'Si vous changez d’avis d’ici là, un clic suffit pour reprendre. Merci du chemin parcouru avec nous.',
    ],
    facts: [
      { label: 'Résilié le', value: fact(material, 'cancelledOn') },
      { label: 'Dernier jour d’accès', value: fact(material, 'lastDay') },
    ],
    button: { label: 'Voir mes abonnements', url: material.link },
  }),
  en: (material) => ({
    subject: `Your cancellation is recorded: ${fact(material, 'plan')}`,
    preheader: `Your access stays open until ${fact(material, 'lastDay')} included.`,
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      `Your ${fact(material, 'plan')} subscription is cancelled. You keep your access until ${fact(material, 'lastDay')} included, then it ends: nothing will be charged or renewed.`,
      'If you change your mind before then, one click is enough to go on. Thank you for the time we had together.',
    ],
    facts: [
      { label: 'Cancelled on', value: fact(material, 'cancelledOn') },
      { label: 'Last day of access', value: fact(material, 'lastDay') },
    ],
    button: { label: 'See my subscriptions', url: material.link },
  }),
};

const cancellationFacts = {
  fr: (material: MailMaterial) => [
    { label: 'Numéro de votre demande', value: fact(material, 'reference') },
    { label: 'Reçue le', value: fact(material, 'receivedAt') },
    ...line('Contrat indiqué', fact(material, 'contract')),
    ...line('Date d’effet souhaitée', fact(material, 'effectiveOn')),
  ],
  en: (material: MailMaterial) => [
    { label: 'Your request’s number', value: fact(material, 'reference') },
    { label: 'Received', value: fact(material, 'receivedAt') },
    ...line('Contract named', fact(material, 'contract')),
    ...line('Wanted from', fact(material, 'effectiveOn')),
  ],
};

export const cancellationReceived: MailTemplate = {
  fr: (material) => ({
    subject: `Votre demande de résiliation ${fact(material, 'reference')} est bien reçue`,
    preheader: 'Gardez ce message : il en est la preuve.',
    greeting: `Bonjour ${fact(material, 'name')},`,
    paragraphs: [
      'Nous avons bien reçu votre demande de résiliation. Notre équipe l’examine et vous répond par e-mail, sans aucune démarche de votre part.',
    ],
    facts: cancellationFacts.fr(material),
    button: { label: 'Lire comment se passe une résiliation', url: material.link },
    note: 'Gardez ce message : il prouve la date de votre demande. Si vous n’en êtes pas à l’origine, ignorez-le.',
  }),
  en: (material) => ({
    subject: `Your cancellation request ${fact(material, 'reference')} has arrived`,
    preheader: 'Keep this message: it proves it.',
    greeting: `Hello ${fact(material, 'name')},`,
    paragraphs: [
      'We have received your request to cancel. Our team looks at it and answers you by e-mail; there is nothing more for you to do.',
    ],
    facts: cancellationFacts.en(material),
    button: { label: 'Read how a cancellation works', url: material.link },
    note: 'Keep this message: it proves the date of your request. If you did not send it, ignore it.',
  }),
};

export const cancellationToConfirm: MailTemplate = {
  fr: (material) => ({
    subject: `Votre demande de résiliation ${fact(material, 'reference')} est bien reçue`,
    preheader: 'Un clic la rend effective tout de suite.',
    greeting: `Bonjour ${fact(material, 'name')},`,
    paragraphs: [
      'Nous avons bien reçu votre demande de résiliation. Pour que personne ne puisse résilier à votre place, confirmez-la avec le bouton ci-dessous : elle prend effet aussitôt. Il fonctionne une fois, pendant sept jours.',
      'Sans confirmation, notre équipe la traite elle-même et vous répond par e-mail.',
    ],
    facts: cancellationFacts.fr(material),
    button: { label: 'Confirmer ma résiliation', url: material.link },
    note: 'Gardez ce message : il prouve la date de votre demande. Si vous n’en êtes pas à l’origine, ne cliquez pas et écrivez-nous.',
  }),
  en: (material) => ({
    subject: `Your cancellation request ${fact(material, 'reference')} has arrived`,
    preheader: 'One click makes it effective at once.',
    greeting: `Hello ${fact(material, 'name')},`,
    paragraphs: [
      'We have received your request to cancel. So that nobody can cancel in your place, confirm it with the button below: it takes effect at once. It works once, for seven days.',
      'Without a confirmation, our team handles it and answers you by e-mail.',
    ],
    facts: cancellationFacts.en(material),
    button: { label: 'Confirm my cancellation', url: material.link },
    note: 'Keep this message: it proves the date of your request. If you did not send it, do not click and write to us.',
  }),
};

export const withdrawalReceived: MailTemplate = {
  fr: (material) => ({
    subject: `Accusé de réception de votre rétractation ${fact(material, 'reference')}`,
    preheader: 'Gardez ce message : il en est la preuve.',
    greeting: `Bonjour ${fact(material, 'name')},`,
    paragraphs: [
      'Nous accusons réception de votre rétractation. Si elle est arrivée dans les quatorze jours de votre commande, nous vous remboursons au plus tard à la date ci-dessous, par le moyen avec lequel vous avez payé.',
    ],
    facts: [
      { label: 'Numéro de votre demande', value: fact(material, 'reference') },
      { label: 'Reçue le', value: fact(material, 'receivedAt') },
      { label: 'Commande', value: fact(material, 'contract') },
      ...line('Votre message', fact(material, 'comment')),
      { label: 'Réponse au plus tard le', value: fact(material, 'deadlineOn') },
    ],
    button: { label: 'Lire vos droits', url: material.link },
    note: 'Gardez ce message : il prouve la date et l’heure de votre rétractation.',
  }),
  en: (material) => ({
    subject: `We have received your withdrawal ${fact(material, 'reference')}`,
    preheader: 'Keep this message: it proves it.',
    greeting: `Hello ${fact(material, 'name')},`,
    paragraphs: [
      'We acknowledge your withdrawal. If it came within fourteen days of your order, we pay you back by the date below at the latest, by the means you paid with.',
    ],
    facts: [
      { label: 'Your request’s number', value: fact(material, 'reference') },
      { label: 'Received', value: fact(material, 'receivedAt') },
      { label: 'Order', value: fact(material, 'contract') },
      ...line('Your message', fact(material, 'comment')),
      { label: 'Answer by', value: fact(material, 'deadlineOn') },
    ],
    button: { label: 'Read your rights', url: material.link },
    note: 'Keep this message: it proves the date and time of your withdrawal.',
  }),
};

export const contractRequestAnswered: MailTemplate = {
  fr: (material) => ({
    subject: `Notre réponse à votre demande ${fact(material, 'reference')}`,
    preheader: 'Voici ce qui a été décidé.',
    greeting: `Bonjour ${fact(material, 'name')},`,
    paragraphs: [
      `Voici la réponse de l’académie à votre demande ${fact(material, 'reference')} :`,
      fact(material, 'note'),
    ],
    button: { label: 'Lire vos droits', url: material.link },
  }),
  en: (material) => ({
    subject: `Our answer to your request ${fact(material, 'reference')}`,
    preheader: 'Here is what was decided.',
    greeting: `Hello ${fact(material, 'name')},`,
    paragraphs: [
      `Here is the academy’s answer to your request ${fact(material, 'reference')}:`,
      fact(material, 'note'),
    ],
    button: { label: 'Read your rights', url: material.link },
  }),
};

export const contractRequestToHandle: MailTemplate = {
  fr: (material) => ({
    subject: `Demande ${fact(material, 'reference')} à traiter avant le ${fact(material, 'deadlineOn')}`,
    preheader: 'Une résiliation ou une rétractation vient d’arriver.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: ['Une demande vient d’arriver par le formulaire public. La loi fixe le délai de réponse.'],
    facts: [
      { label: 'De', value: fact(material, 'name') },
      { label: 'Reçue le', value: fact(material, 'receivedAt') },
      { label: 'À traiter avant le', value: fact(material, 'deadlineOn') },
      ...line('À rembourser', fact(material, 'refund')),
    ],
    button: { label: 'Ouvrir les demandes', url: material.link },
  }),
  en: (material) => ({
    subject: `Request ${fact(material, 'reference')} to answer before ${fact(material, 'deadlineOn')}`,
    preheader: 'A cancellation or a withdrawal has just arrived.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: ['A request has just come in through the public form. The law sets the time to answer.'],
    facts: [
      { label: 'From', value: fact(material, 'name') },
      { label: 'Received', value: fact(material, 'receivedAt') },
      { label: 'To answer before', value: fact(material, 'deadlineOn') },
      ...line('To give back', fact(material, 'refund')),
    ],
    button: { label: 'Open the requests', url: material.link },
  }),
};
