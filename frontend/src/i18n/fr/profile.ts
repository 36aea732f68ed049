import type { AgeRange, Gender, PreferredAsset, RiskTolerance, TradingExperience } from '@calmness/contracts';

const experience: Record<TradingExperience, string> = {
  beginner: 'Débutant',
  intermediate: 'Intermédiaire',
  advanced: 'Avancé',
  expert: 'Expert',
};
const risk: Record<RiskTolerance, string> = { low: 'Prudente', medium: 'Modérée', high: 'Élevée' };
const genders: Record<Gender, string> = {
  female: 'Femme',
  male: 'Homme',
  other: 'Autre',
  undisclosed: 'Je préfère ne pas le dire',
};
const ages: Record<AgeRange, string> = {
  '18-24': '18-24 ans',
  '25-34': '25-34 ans',
  '35-44': '35-44 ans',
  '45-54': '45-54 ans',
  '55-64': '55-64 ans',
  '65+': '65 ans et plus',
};
const assets: Record<PreferredAsset, string> = {
  forex: 'Forex',
  crypto: 'Crypto',
  stocks: 'Actions',
  indices: 'Indices',
};

export const profile = {
  title: 'Mon profil',
  lead: 'Ce que l’académie sait de vous. Vous décidez de ce que vous remplissez.',
  identity: 'Identité',
  verified: 'Compte vérifié',
  notVerified: 'Votre adresse e-mail n’est pas encore confirmée.',
  resend: 'Renvoyer le lien',
  proofSent: 'Un nouveau lien est en route vers votre boîte.',
  completion: (percent: number) => `Profil rempli à ${String(percent)} %`,
  saved: 'Profil enregistré.',
  about: 'Vous',
  contact: 'Vous joindre',
  contactLead: 'Il faut au moins un nom Telegram ou Discord pour commander. WhatsApp est recommandé.',
  trading: 'Préférences de trading',
  tradingLead:
    'Elles aident les coachs à vous répondre. Elles ne filtrent ni ne classent jamais les signaux.',
  preferences: 'Langue et fuseau horaire',
  statistics: 'Statistiques anonymes',
  statisticsLead: 'Facultatif. Ces réponses ne sont lues qu’additionnées à celles d’au moins dix membres.',
  fields: {
    first_name: 'Prénom',
    last_name: 'Nom',
    country: 'Pays',
    city: 'Ville',
    bio: 'Présentation',
    telegram_username: 'Telegram',
    discord_username: 'Discord',
    whatsapp_number: 'WhatsApp',
    phone: 'Téléphone',
    trading_experience: 'Expérience',
    risk_tolerance: 'Tolérance au risque',
    preferred_assets: 'Actifs préférés',
    locale: 'Langue des messages',
    timezone: 'Fuseau horaire',
    gender: 'Genre',
    age_range: 'Tranche d’âge',
  },
  hints: {
    bio: '1 000 caractères au plus.',
    telegram_username: 'Par exemple @jeandupont',
    discord_username: 'Le nom seul, sans #1234',
    phone: 'Au format international, par exemple +33612345678',
    timezone: 'Les rappels et les horaires suivent ce fuseau.',
  },
  experience,
  risk,
  genders,
  ages,
  assets,
};
