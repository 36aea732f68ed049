import type { ActivityKind, DashboardWidgets, QuickAction } from '@calmness/contracts';

const activity: Record<ActivityKind, (subject: string) => string> = {
  registered: () => 'Vous avez rejoint l’académie',
  email_verified: () => 'Adresse e-mail confirmée',
  profile_completed: () => 'Profil complété',
  payment_declared: (subject) => `Commande enregistrée ${subject}`,
  payment_validated: (subject) => `Paiement validé ${subject}`,
  payment_rejected: (subject) => `Paiement refusé ${subject}`,
  subscription_activated: (subject) => `Abonnement activé ${subject}`,
  invoice_issued: (subject) => `Facture émise ${subject}`,
};
const figures: Record<keyof DashboardWidgets, string> = {
  formations_active: 'Formations actives',
  formations_completed: 'Formations terminées',
  formations_upcoming: 'Formations à venir',
  signals_active: 'Signaux actifs',
  signals_profit_r: 'Profit des signaux',
  signals_win_rate: 'Taux de réussite',
  notifications_unread: 'Notifications non lues',
  subscriptions_active: 'Abonnements actifs',
  subscriptions_days_left: 'Jours restants',
  payments_total_cents: 'Total payé',
  payments_this_month_cents: 'Payé ce mois',
};
const actions: Record<QuickAction['code'], string> = {
  complete_profile: 'Compléter mon profil',
  choose_plan: 'Choisir une formule',
  renew: 'Prolonger mon abonnement',
  see_pending_payment: 'Voir mon paiement en attente',
  read_notifications: 'Lire mes notifications',
};

export const dashboard = {
  welcome: (name: string) => `Bonjour ${name}`,
  welcomeAnonymous: 'Bonjour',
  lead: 'Voici où vous en êtes.',
  figuresTitle: 'Vos chiffres',
  figures,
  noFiguresTitle: 'Vos chiffres arrivent',
  noFiguresReason: 'Ils apparaîtront ici dès votre premier abonnement.',
  activityTitle: 'Activité récente',
  activity,
  noActivityTitle: 'Rien pour l’instant',
  noActivityReason: 'Ce que vous ferez ici laissera une trace, dans l’ordre.',
  nextTitle: 'Prochain paiement',
  nextDue: (day: string) => `À prévoir le ${day}`,
  nextAction: 'Prolonger',
  noNext: 'Aucun paiement à prévoir.',
  actionsTitle: 'Actions rapides',
  actions,
};
