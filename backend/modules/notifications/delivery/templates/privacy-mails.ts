import type { MailMaterial, MailTemplate } from './mail-content';

const fact = ({ facts }: MailMaterial, name: string): string => facts[name] ?? '';

export const exportReady: MailTemplate = {
  fr: (material) => ({
    subject: 'Vos données sont prêtes',
    preheader: 'L’archive vous attend dans votre espace.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      'L’archive de vos données est prête. Par sécurité, elle n’est pas jointe à ce message : téléchargez-la depuis votre espace.',
    ],
    button: { label: 'Ouvrir la gestion de compte', url: material.link },
    note: `L’archive sera supprimée le ${fact(material, 'expiresOn')}. Si vous n’avez rien demandé, changez votre mot de passe.`,
  }),
  en: (material) => ({
    subject: 'Your data is ready',
    preheader: 'The archive is waiting in your space.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      'The archive of your data is ready. To be safe it is not attached to this message: download it from your space.',
    ],
    button: { label: 'Open account management', url: material.link },
    note: `The archive will be deleted on ${fact(material, 'expiresOn')}. If you asked for nothing, change your password.`,
  }),
};

export const erasureScheduled: MailTemplate = {
  fr: (material) => ({
    subject: 'Votre compte sera supprimé dans sept jours',
    preheader: 'Vous pouvez encore changer d’avis.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      `Votre compte Calmness sera supprimé le ${fact(material, 'executeOn')}. Vos données personnelles seront effacées ; les factures sont conservées dix ans, comme la loi nous y oblige.`,
      'Si vous changez d’avis, connectez-vous et annulez la suppression en un clic.',
    ],
    button: { label: 'Voir ou annuler la suppression', url: material.link },
    note: 'Si vous n’êtes pas à l’origine de cette demande, annulez-la et changez votre mot de passe.',
  }),
  en: (material) => ({
    subject: 'Your account will be deleted in seven days',
    preheader: 'You can still change your mind.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      `Your Calmness account will be deleted on ${fact(material, 'executeOn')}. Your personal data will be erased; invoices are kept for ten years, as the law requires.`,
      'If you change your mind, log in and cancel the deletion with one click.',
    ],
    button: { label: 'See or cancel the deletion', url: material.link },
    note: 'If you did not ask for this, cancel it and change your password.',
  }),
};

export const erasureCancelled: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'La suppression de votre compte est annulée',
    preheader: 'Votre compte reste ouvert.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'La suppression de votre compte est annulée. Rien n’a été effacé : heureux de vous garder parmi nous.',
    ],
    button: { label: 'Ouvrir la gestion de compte', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'The deletion of your account is cancelled',
    preheader: 'Your account stays open.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'The deletion of your account is cancelled. Nothing was erased: we are glad to keep you with us.',
    ],
    button: { label: 'Open account management', url: link },
  }),
};

export const memberErased: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'Votre compte est supprimé',
    preheader: 'Vos données personnelles sont effacées.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'Votre compte Calmness est supprimé et vos données personnelles sont effacées. Restent les factures et les paiements, dix ans, comme le Code de commerce nous y oblige (article L123-22).',
      'Cette adresse n’était gardée que pour ce message ; elle sera effacée dans deux jours. Merci du chemin parcouru ensemble.',
    ],
    button: { label: 'Lire ce que nous conservons', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'Your account is deleted',
    preheader: 'Your personal data is erased.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'Your Calmness account is deleted and your personal data is erased. Invoices and payments stay for ten years, as the French Commercial Code requires (article L123-22).',
      'This address was kept for this message alone; it will be erased in two days. Thank you for the time we had together.',
    ],
    button: { label: 'Read what we keep', url: link },
  }),
};

export const inactivityWarning: MailTemplate = {
  fr: (material) => ({
    subject: 'Votre compte dort : voulez-vous le garder ?',
    preheader: 'Connectez-vous une fois pour le conserver.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      `Nous ne vous avons pas vu depuis le ${fact(material, 'lastSeenOn')}. Nous ne gardons pas les données de ceux qui ne viennent plus : sans nouvelles de vous, la suppression de votre compte sera programmée le ${fact(material, 'eraseOn')}.`,
      'Pour le garder, il suffit de vous connecter une fois.',
    ],
    button: { label: 'Me connecter et garder mon compte', url: material.link },
  }),
  en: (material) => ({
    subject: 'Your account is asleep: do you want to keep it?',
    preheader: 'Log in once to keep it.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      `We have not seen you since ${fact(material, 'lastSeenOn')}. We do not keep the data of people who no longer come: without news from you, the deletion of your account will be scheduled on ${fact(material, 'eraseOn')}.`,
      'To keep it, simply log in once.',
    ],
    button: { label: 'Log in and keep my account', url: material.link },
  }),
};
