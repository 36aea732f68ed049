import type {
  AccessReason,
  AccessSection,
  DataExportState,
  ErasureBlockerCode,
  ErasureOrigin,
  KeptDataCode,
} from '@calmness/contracts';

const exportStates: Record<DataExportState, string> = {
  queued: 'En file',
  building: 'En préparation',
  ready: 'Prête',
  failed: 'Échouée',
  expired: 'Expirée',
};
const blockers: Record<ErasureBlockerCode, string> = {
  staff_role: 'Vous travaillez pour l’académie : elle doit d’abord reprendre vos fonctions.',
  payment_pending: 'Un paiement annoncé attend encore : annulez-le, ou attendez sa validation.',
  subscription_active: 'Il vous reste des jours payés. Vous pouvez y renoncer, sans remboursement.',
};
const kept: Record<KeptDataCode, string> = {
  invoices: 'Vos factures',
  payments: 'Vos paiements reçus',
  acceptances: 'La preuve des conditions acceptées',
  audit: 'Le journal des actions de l’équipe',
};
const origins: Record<ErasureOrigin, string> = {
  member: 'à votre demande',
  staff: 'par l’académie',
  inactivity: 'après deux ans sans visite',
};
const reasons: Record<AccessReason, string> = {
  support: 'Assistance',
  payment: 'Paiement',
  teaching: 'Accompagnement',
  security: 'Sécurité',
  legal: 'Obligation légale',
  other: 'Autre',
};
const sections: Record<AccessSection, string> = {
  file: 'Fiche complète',
  profile: 'Profil',
  security: 'Sécurité',
  billing: 'Paiements',
  activity: 'Activité',
};

export const gestion = {
  title: 'Gestion de compte',
  lead: 'Votre formule, votre sécurité et vos données, au même endroit.',
  plan: 'Votre formule',
  noPlan: 'Aucune formule en cours.',
  seePlans: 'Voir les formules',
  renewal:
    'Rien n’est prélevé automatiquement : une formule ne se prolonge que si vous la commandez à nouveau.',
  payments: 'Paiements et factures',
  securityTitle: 'Sécurité',
  securityLead: 'Sessions, mot de passe, double authentification, adresse.',
  securityOpen: 'Ouvrir la page sécurité',
  dataTitle: 'Mes données',
  dataLead: 'Les emporter, voir qui les a lues, les faire effacer.',
  dataOpen: 'Ouvrir mes données',
  settingsTitle: 'Paramètres',
  settingsLead: 'Apparence, langue, fonctionnalités, vie privée.',
  settingsOpen: 'Ouvrir les paramètres',
  data: {
    title: 'Mes données',
    lead: 'Elles sont à vous : emportez-les, voyez qui les lit, faites-les effacer.',
    exportTitle: 'Emporter mes données',
    exportLead:
      'Une archive ZIP avec tout ce que l’académie sait de vous : JSON, CSV et vos factures en PDF. Elle reste disponible sept jours.',
    exportAsk: 'Préparer mon archive',
    exportAgain: 'Préparer une nouvelle archive',
    exportProgress: (percent: number) => `Préparation : ${String(percent)} %`,
    exportReady: 'Votre archive est prête.',
    exportUntil: 'Disponible jusqu’au',
    exportSize: (size: string) => `Télécharger (${size})`,
    exportFailed: 'La préparation a échoué. Vous pouvez la relancer.',
    exportStates,
    ledgerTitle: 'Qui a ouvert ma fiche',
    ledgerLead:
      'Chaque fois que quelqu’un de l’équipe ouvre votre fiche, une ligne s’ajoute ici. Personne ne peut l’effacer.',
    ledgerEmpty: 'Personne n’a ouvert votre fiche.',
    ledgerEmptyReason: 'Si cela arrive, vous saurez qui, quand et pourquoi.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    why: 'Pourquoi',
    reasons,
    sections,
    eraseTitle: 'Supprimer mon compte',
    eraseLead: (days: number) =>
      `Vos données sont effacées ${String(days)} jours après votre demande. Jusque-là, vous pouvez changer d’avis.`,
    keptTitle: 'Ce que la loi nous fait garder, sans votre nom quand c’est possible :',
    kept,
    keptYears: (years: number) => `${String(years)} ans`,
    keptLong: 'tant que la preuve peut être demandée',
    blockersTitle: 'Avant de supprimer :',
    blockers,
    settle: 'Régler ce point',
    giveUp: 'Je renonce aux jours qu’il me reste, sans remboursement.',
    password: 'Votre mot de passe',
    erase: 'Supprimer mon compte',
    confirmTitle: 'Supprimer votre compte ?',
    confirmBody: (days: number) =>
      `Dans ${String(days)} jours, votre profil, vos messages et votre historique seront effacés. Cela ne pourra pas être annulé ensuite.`,
    scheduled: (origin: ErasureOrigin) => `Votre compte sera supprimé, ${origins[origin]}.`,
    scheduledOn: 'Le',
    keep: 'Garder mon compte',
    keptDone: 'Votre compte reste ouvert.',
    asked: 'Votre demande est enregistrée.',
  },
  terms: {
    title: 'Nos conditions ont changé',
    lead: 'Lisez ce qui a changé, puis acceptez pour continuer.',
    read: (title: string) => `Lire : ${title}`,
    adult: 'J’ai au moins 18 ans et j’accepte ces textes.',
    accept: 'Accepter et continuer',
    refuse: 'Me déconnecter',
    refuseLead: 'Sans votre accord, votre espace reste fermé, mais vos données sont à vous :',
    toData: 'emporter ou effacer mes données',
    done: 'Merci, c’est enregistré.',
  },
};
