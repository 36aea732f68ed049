import type { ChannelOffReason, DiscordFailure } from '@calmness/contracts';

const off: Record<ChannelOffReason, string> = {
  not_configured: 'L’académie n’a pas encore ouvert ce canal.',
};
const failures: Record<DiscordFailure, string> = {
  cancelled: 'Vous avez refermé Discord sans donner votre accord. Rien n’a changé.',
  expired:
    'Le passage par Discord a pris trop de temps, ou a commencé dans un autre navigateur. Recommencez.',
  refused: 'Discord n’a pas accepté la demande. Recommencez.',
  taken: 'Ce compte Discord est déjà connecté à un autre membre. Choisissez-en un autre, ou écrivez-nous.',
  unavailable: 'Discord ne répond pas. Réessayez dans quelques minutes.',
};

export const connections = {
  title: 'Comptes connectés',
  lead: 'Où l’académie peut vous joindre, en plus de votre e-mail. Vous pouvez revenir en arrière à tout moment.',
  connected: 'Connecté',
  notConnected: 'Non connecté',
  waiting: 'En attente',
  reauth: 'À reconnecter',
  since: 'Depuis le',
  off,
  disconnect: 'Déconnecter',
  disconnectName: (name: string) => `Déconnecter ${name}`,
  confirm: (name: string) => `Déconnecter ${name}\u00a0?`,
  disconnected: (name: string) => `${name} est déconnecté.`,
  linked: (name: string) => `${name} est connecté.`,
  telegram: {
    lead: 'Rappels et messages de l’académie, par son robot.',
    connect: 'Connecter Telegram',
    open: 'Ouvrir Telegram',
    how: 'Ouvrez Telegram, puis appuyez sur « Démarrer ». Cette page se mettra à jour toute seule.',
    qr: 'Ou scannez ce code avec votre téléphone.',
    left: (time: string) => `Ce lien est à vous seul, encore ${time}.`,
    over: 'Ce lien n’est plus valable.',
    again: 'Demander un nouveau lien',
    taken: 'Ce compte Telegram est déjà connecté à un autre membre. Choisissez-en un autre, ou écrivez-nous.',
    confirmBody: 'Le robot ne vous écrira plus, et les canaux Telegram de votre formule se refermeront.',
  },
  discord: {
    lead: 'Les salons de l’académie, avec votre rôle.',
    connect: 'Connecter Discord',
    reconnect: 'Reconnecter Discord',
    reauthBody: 'Discord a mis fin à votre accord. Reconnectez-vous pour garder vos salons.',
    failures,
    confirmBody: 'Votre accord prend fin aussi chez Discord, et les salons de votre formule se refermeront.',
  },
  whatsapp: {
    lead: 'Rappels courts, sur votre téléphone.',
    number: 'Numéro WhatsApp',
    agree:
      'J’accepte de recevoir sur WhatsApp les rappels et messages de l’académie. Je peux répondre STOP à tout moment.',
    send: 'Recevoir un code',
    sent: 'Le code est en route.',
    enter: (number: string) => `Un code à six chiffres part vers ${number}. Il est valable dix minutes.`,
    code: 'Code reçu sur WhatsApp',
    attempts: (left: number) => (left > 1 ? `Encore ${String(left)} essais.` : 'Dernier essai.'),
    verify: 'Vérifier',
    change: 'Changer de numéro',
    verified: 'Votre numéro WhatsApp est vérifié.',
    agreed: 'Accord donné le',
    confirmBody: 'L’académie ne vous écrira plus sur WhatsApp. Le numéro reste dans votre profil.',
  },
};
