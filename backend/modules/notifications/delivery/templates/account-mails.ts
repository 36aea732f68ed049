import type { MailTemplate } from './mail-content';

export const verifyEmail: MailTemplate = {
  fr: ({ firstName, link, facts }) => ({
    subject: 'Confirmez votre adresse e-mail',
    preheader: 'Un clic, et votre compte Calmness est prêt.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'Bienvenue chez Calmness ! Il reste un geste : confirmer que cette adresse est bien la vôtre.',
    ],
    button: { label: 'Confirmer mon adresse', url: link },
    note: `Ce lien sert une seule fois, jusqu’au ${facts['expiresAt'] ?? ''}. Si vous n’avez rien demandé, ignorez ce message : aucun compte ne sera confirmé.`,
  }),
  en: ({ firstName, link, facts }) => ({
    subject: 'Confirm your e-mail address',
    preheader: 'One click and your Calmness account is ready.',
    greeting: `Hello ${firstName},`,
    paragraphs: ['Welcome to Calmness! One step is left: telling us that this address is yours.'],
    button: { label: 'Confirm my address', url: link },
    note: `This link works once, until ${facts['expiresAt'] ?? ''}. If you asked for nothing, ignore this message: no account will be confirmed.`,
  }),
};

export const knownAddress: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'Vous avez déjà un compte Calmness',
    preheader: 'Quelqu’un vient de s’inscrire avec votre adresse.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'Quelqu’un vient de demander une inscription avec votre adresse. Vous avez déjà un compte : il n’a pas changé.',
      'Si c’était vous, connectez-vous simplement. Sinon, vous n’avez rien à faire.',
    ],
    button: { label: 'Me connecter', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'You already have a Calmness account',
    preheader: 'Somebody just registered with your address.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'Somebody just asked to register with your address. You already have an account, and it has not changed.',
      'If it was you, simply log in. If not, there is nothing to do.',
    ],
    button: { label: 'Log in', url: link },
  }),
};

export const welcome: MailTemplate = {
  fr: ({ firstName, link }) => ({
    subject: 'Votre adresse est confirmée, bienvenue !',
    preheader: 'Complétez votre profil pour choisir votre abonnement.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'Votre adresse est confirmée. Prochaine étape : complétez votre profil, puis choisissez l’abonnement qui vous convient.',
    ],
    button: { label: 'Ouvrir mon espace', url: link },
  }),
  en: ({ firstName, link }) => ({
    subject: 'Your address is confirmed, welcome!',
    preheader: 'Complete your profile to choose your plan.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'Your address is confirmed. Next: complete your profile, then choose the plan that suits you.',
    ],
    button: { label: 'Open my space', url: link },
  }),
};

export const invitation: MailTemplate = {
  fr: ({ firstName, link, facts }) => ({
    subject: 'Votre accès à l’académie',
    preheader: 'Choisissez votre mot de passe pour commencer.',
    greeting: `Bonjour ${firstName},`,
    paragraphs: [
      'L’académie vous a ouvert un compte. Choisissez votre mot de passe : vous pourrez vous connecter aussitôt.',
      'À votre première visite, nous vous demanderons de lire et d’accepter nos conditions.',
    ],
    button: { label: 'Choisir mon mot de passe', url: link },
    note: `Ce lien sert une seule fois, jusqu’au ${facts['expiresAt'] ?? ''}. Ensuite, « Mot de passe oublié » vous en enverra un autre.`,
  }),
  en: ({ firstName, link, facts }) => ({
    subject: 'Your access to the academy',
    preheader: 'Choose your password to begin.',
    greeting: `Hello ${firstName},`,
    paragraphs: [
      'The academy has opened an account for you. Choose your password and you can log in at once.',
      'At your first visit we will ask you to read and accept our terms.',
    ],
    button: { label: 'Choose my password', url: link },
    note: `This link works once, until ${facts['expiresAt'] ?? ''}. After that, “Forgotten password” sends you another one.`,
  }),
};
