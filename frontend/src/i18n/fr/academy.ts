import type { BannerSeverity, Flag, FlagLevel, WeekDay } from '@calmness/contracts';

const days: Record<WeekDay, string> = {
  monday: 'Lundi',
  tuesday: 'Mardi',
  wednesday: 'Mercredi',
  thursday: 'Jeudi',
  friday: 'Vendredi',
  saturday: 'Samedi',
  sunday: 'Dimanche',
};
const severities: Record<BannerSeverity, string> = {
  info: 'Information',
  warning: 'Attention',
  maintenance: 'Maintenance',
};
const flags: Record<Flag, { name: string; off: string }> = {
  registration: { name: 'Inscriptions', off: 'Désactivées, personne ne peut créer de compte.' },
  payments: {
    name: 'Commandes',
    off: 'Désactivées, aucun paiement ne peut être annoncé ; les paiements en attente restent validables.',
  },
  'profile-photo': {
    name: 'Photos de profil',
    off: 'Désactivées, personne ne peut en ajouter ; celles qui existent restent.',
  },
  'welcome-message': {
    name: 'Message de bienvenue',
    off: 'Désactivé, les nouveaux membres ne le reçoivent plus.',
  },
  'dashboard-activity': {
    name: 'Activité sur l’accueil',
    off: 'Désactivée, elle disparaît pour tous ; l’historique reste.',
  },
  'unread-badge': {
    name: 'Pastille des non lues',
    off: 'Désactivée pour tous ; les notifications arrivent encore.',
  },
  analytics: { name: 'Mesure d’audience', off: 'Désactivée, plus aucune page n’est comptée.' },
};
const levels: Record<FlagLevel, string> = { global: 'académie', plan: 'formule', member: 'membre' };

export const academy = {
  days,
  organisation: {
    lead: 'Ce que l’académie dit d’elle-même, et les règles qu’elle s’est données.',
    timezone: 'Fuseau horaire',
    email: 'E-mail de contact',
    phone: 'Téléphone',
    address: 'Adresse',
    grace: 'Délai dans les canaux après la fin d’accès',
    graceHint: 'En heures, de 0 à 72.',
    hours: 'Horaires',
    hoursLead: 'Un jour sans horaire est fermé.',
    opens: (day: string) => `${day}, ouverture`,
    closes: (day: string) => `${day}, fermeture`,
    save: 'Enregistrer',
    saved: 'C’est enregistré.',
  },
  banner: {
    title: 'Bandeau',
    lead: 'Une phrase en haut de toutes les pages, pour tous, visiteurs compris.',
    none: 'Aucun bandeau n’est prévu.',
    fr: 'Texte français',
    en: 'Texte anglais',
    severity: 'Ton',
    severities,
    from: 'À partir du',
    until: 'Jusqu’au',
    untilHint: 'Vide : jusqu’à ce que vous le retiriez.',
    show: 'Publier le bandeau',
    shown: 'Le bandeau est publié.',
    takeDown: 'Retirer le bandeau',
    taken: 'Le bandeau est retiré.',
  },
  features: {
    lead: 'Éteindre une fonctionnalité ici l’éteint pour tous : pages, menus, tâches et API obéissent.',
    flags,
    levels: (names: string) => `Peut aussi être réglée par : ${names}.`,
    levelNames: levels,
    planTitle: (name: string) => `Formule ${name}`,
    planLead:
      'Ce que cette formule comprend. Un membre sans formule garde tout ce que l’académie laisse ouvert.',
    on: 'Activée',
    saved: (name: string) => `${name} : c’est enregistré.`,
    confirmTitle: (name: string) => `Éteindre « ${name} » pour tous ?`,
    confirm: 'Éteindre',
  },
  legal: {
    lead: 'Publier une version la met en vigueur aussitôt ; les membres l’acceptent à leur prochaine visite.',
    document: 'Document',
    version: 'Version',
    published: 'Publiée',
    history: 'Versions publiées',
    titleFr: 'Titre français',
    bodyFr: 'Texte français (Markdown)',
    titleEn: 'Titre anglais',
    bodyEn: 'Texte anglais (Markdown)',
    publish: 'Publier la version suivante',
    confirmTitle: (version: number) => `Publier la version ${String(version)} ?`,
    confirmBody:
      'Elle entre en vigueur aussitôt. L’ancienne reste lisible et liée à ceux qui l’ont acceptée.',
    done: 'La nouvelle version est en vigueur.',
  },
};
