import type {
  Density,
  LockKeeper,
  MemberFeature,
  PresetName,
  PrivacyView,
  WeekStart,
} from '@calmness/contracts';

interface Switch {
  name: string;
  /** What turning it off does. */
  off: string;
}
const features: Record<MemberFeature, Switch> = {
  'dashboard-activity': {
    name: 'Activité récente sur le tableau de bord',
    off: 'Désactivée, elle disparaît de l’accueil ; l’historique reste enregistré.',
  },
  'unread-badge': {
    name: 'Pastille des notifications non lues',
    off: 'Désactivée, la cloche reste muette ; vos notifications continuent d’arriver.',
  },
};
const privacy: Record<keyof PrivacyView, Switch> = {
  analytics_opt_out: {
    name: 'Ne pas compter mes visites',
    off: 'Nos statistiques sont anonymes et sans cookie. Activé, vos pages ne sont plus comptées du tout.',
  },
  share_with_mentors: {
    name: 'Montrer ma progression à mes coachs',
    off: 'Désactivé, un coach ne voit que ce que vous lui écrivez.',
  },
  audience_profile_opt_in: {
    name: 'Compter ma tranche d’âge et mon genre dans les statistiques',
    off: 'Toujours additionnés à ceux d’au moins neuf autres membres.',
  },
};
const presets: Record<PresetName, { name: string; what: string }> = {
  calm: { name: 'Calme', what: 'Peu d’informations, pas de pastille.' },
  active: { name: 'Actif', what: 'L’activité et les pastilles, avec de l’air.' },
  intensive: { name: 'Intensif', what: 'Tout, en affichage serré.' },
};
const densities: Record<Density, string> = { comfortable: 'Aérée', compact: 'Compacte' };
const weeks: Record<WeekStart, string> = { monday: 'Lundi', sunday: 'Dimanche' };
const locks: Record<LockKeeper, string> = {
  academy: 'Désactivé par l’académie pour le moment.',
  plan: 'Votre formule ne comprend pas cette fonctionnalité.',
};

export const settings = {
  lead: 'Ils vous suivent sur tous vos appareils.',
  saved: 'Paramètre enregistré.',
  presetsTitle: 'En un geste',
  presetsLead:
    'Un préréglage change l’affichage et les fonctionnalités d’un coup. Vous pouvez ensuite tout ajuster.',
  presets,
  chosen: 'Choisi',
  choose: (name: string) => `Choisir ${name}`,
  lookTitle: 'Apparence',
  themeLead: 'Automatique suit le réglage de votre appareil.',
  density: 'Densité',
  densities,
  week: 'La semaine commence le',
  weeks,
  languageTitle: 'Langue et fuseau horaire',
  languageLead: 'Pages, e-mails et rappels les suivent.',
  timezone: 'Fuseau horaire',
  featuresTitle: 'Fonctionnalités',
  features,
  locks,
  privacyTitle: 'Vie privée',
  privacy,
};
