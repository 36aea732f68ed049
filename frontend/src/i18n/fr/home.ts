export const home = {
  hero: {
    kicker: 'Académie de trading',
    title: 'La méthode avant le marché.',
    lead: 'Calmness vous apprend à lire un graphique, à tenir un plan et à garder la tête froide. Des formations en direct, un groupe bienveillant, et le risque expliqué sans détour.',
    start: 'Créer mon compte',
    plans: 'Voir les formules',
    space: 'Ouvrir mon espace',
  },
  offer: {
    title: 'Ce que vous trouverez ici',
    items: [
      {
        title: 'Des formations en direct',
        body: 'Des séances régulières, en petit groupe, avec des formateurs qui connaissent votre prénom.',
      },
      {
        title: 'Une discipline, pas des promesses',
        body: 'Plan, taille de position, journal : on travaille ce que vous maîtrisez vraiment.',
      },
      {
        title: 'Un accompagnement humain',
        body: 'Des questions, des doutes ? Un mentor vous répond et relit votre travail.',
      },
      {
        title: 'Tout au même endroit',
        body: 'Vos formations, vos paiements et vos factures, clairs et à jour, en français comme en anglais.',
      },
    ],
  },
  steps: {
    title: 'Rejoindre l’académie en quatre étapes',
    items: [
      { title: 'Créez votre compte', body: 'Une minute, puis confirmez votre adresse e-mail.' },
      { title: 'Complétez votre profil', body: 'Votre nom et un contact Telegram ou Discord suffisent.' },
      { title: 'Choisissez une formule', body: 'Vous voyez le récapitulatif complet avant de commander.' },
      { title: 'Payez à votre façon', body: 'Nous validons à la main et votre facture arrive aussitôt.' },
    ],
  },
  teaser: {
    title: 'Des formules simples',
    lead: 'Des prix clairs, sans reconduction cachée.',
    all: 'Toutes les formules',
  },
};
