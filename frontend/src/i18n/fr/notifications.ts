import type { NotificationType, ReminderSwitch } from '@calmness/contracts';
import { counting } from '../plural';

const count = counting('fr');

const types: Record<NotificationType, string> = {
  welcome: 'Bienvenue',
  subscription_activated: 'Abonnement',
  subscription_expiring: 'Abonnement bientôt fini',
  subscription_expired: 'Abonnement terminé',
  payment_pending: 'Paiement en attente',
  payment_received: 'Paiement reçu',
  payment_rejected: 'Paiement refusé',
  payment_to_validate: 'À valider',
  invoice_issued: 'Facture',
  formation_session: 'Séance de formation',
  coaching_session: 'Coaching',
  loan_due: 'Matériel à rendre',
  loan_overdue: 'Prêt en retard',
  security: 'Sécurité',
  privacy: 'Données personnelles',
};

const loanReminders: Record<ReminderSwitch, { name: string; hint: string }> = {
  'loan.-2d': { name: 'Deux jours avant', hint: 'À 9 h.' },
  'loan.-1d': { name: 'La veille', hint: 'À 9 h.' },
  'loan.0d': { name: 'Le jour du retour', hint: 'À 8 h.' },
  'loan.-2h': { name: 'Deux heures avant', hint: 'Pour les prêts de trente jours au plus.' },
};

export const notifications = {
  title: 'Mes notifications',
  lead: (unread: number) =>
    unread === 0 ? 'Tout est lu.' : count(unread, 'notification non lue', 'notifications non lues'),
  filterLegend: 'Filtrer les notifications',
  filters: { all: 'Toutes', unread: 'Non lues', read: 'Lues' },
  types,
  unread: 'Non lue',
  open: 'Ouvrir',
  markRead: (title: string) => `Marquer comme lue : ${title}`,
  markReadShort: 'Marquer comme lue',
  remove: (title: string) => `Supprimer : ${title}`,
  removeShort: 'Supprimer',
  markAll: 'Tout marquer comme lu',
  clearRead: 'Supprimer les lues',
  clearAsk: {
    title: 'Supprimer toutes les notifications lues ?',
    body: 'Les notifications non lues restent. Cette action est définitive.',
    confirm: 'Supprimer les lues',
    cancel: 'Les garder',
  },
  allMarked: 'Toutes les notifications sont lues.',
  cleared: (n: number) => `${count(n, 'notification supprimée', 'notifications supprimées')}.`,
  removed: 'Notification supprimée.',
  empty: {
    all: { title: 'Aucune notification', reason: 'Nous vous écrirons ici dès qu’il se passe quelque chose.' },
    unread: { title: 'Tout est lu', reason: 'Vous êtes à jour. Profitez du calme.' },
    read: { title: 'Aucune notification lue', reason: 'Celles que vous lisez se rangent ici.' },
  },
  backToDashboard: 'Retour au tableau de bord',
  preferences: {
    title: 'Ce que je reçois',
    lead: 'Choisissez par sujet et par canal. Ce que la sécurité ou la loi demande reste toujours envoyé.',
    open: 'Choisir ce que je reçois',
    back: 'Mes notifications',
    channel: (name: string) => `Canal : ${name}`,
    channels: {
      in_app: 'Dans mon espace',
      email: 'E-mail',
      whatsapp: 'WhatsApp',
      telegram: 'Telegram',
      discord: 'Message privé Discord',
      push: 'Notification sur l’appareil',
    },
    categories: {
      security: { name: 'Sécurité et compte', what: 'Connexions, mot de passe, données personnelles.' },
      billing: { name: 'Paiements et factures', what: 'Commandes, validations, factures.' },
      subscription: { name: 'Rappels d’abonnement', what: 'Avant la fin de l’accès, et trois jours après.' },
      formations: { name: 'Formations', what: 'Séances à venir, déplacées ou annulées.' },
      coaching: { name: 'Coaching', what: 'Réservations et rappels de séance.' },
      loans: { name: 'Prêts de matériel', what: 'Prêt, rappels de retour, retards.' },
      signals: { name: 'Signaux', what: 'Publication et clôture.' },
      support: { name: 'Messagerie du support', what: 'Réponses à vos questions.' },
      staff: { name: 'Travail de l’équipe', what: 'Ce qui attend une décision.' },
      news: { name: 'Vie de l’académie', what: 'Bienvenue et nouveautés.' },
      offers: { name: 'Offres', what: 'Promotions. Rien sans votre accord.' },
    },
    loans: {
      title: 'Rappels de prêt',
      lead: 'Gardez ceux qui vous aident. Un retard est toujours signalé.',
      reminders: loanReminders,
    },
    mandatory: 'Toujours envoyé',
    cell: (category: string, channel: string) => `${category}, ${channel}`,
    saved: 'Votre choix est enregistré.',
  },
  unsubscribe: {
    title: 'Ne plus recevoir ces e-mails ?',
    lead: (category: string) =>
      `Vous ne recevrez plus d’e-mails : ${category}. Ils restent visibles dans votre espace.`,
    button: 'Ne plus les recevoir',
    done: 'C’est noté. Vous ne recevrez plus ces e-mails.',
    wrong: 'Ce lien n’est pas valable.',
    back: 'Revenir à l’accueil',
  },
};
