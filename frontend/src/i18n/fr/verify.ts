export const verify = {
  title: 'Vérifier une facture',
  states: {
    authentic: {
      name: 'Authentique',
      says: 'Cette pièce a bien été émise par l’académie et n’a pas été modifiée.',
    },
    credited: {
      name: 'Authentique, avec avoir',
      says: 'Cette pièce a bien été émise ; un avoir en a depuis repris tout ou partie.',
    },
    replaced: {
      name: 'Remplacée',
      says: 'Cette pièce a bien été émise ; une autre facture la remplace aujourd’hui.',
    },
  },
  kinds: {
    invoice: 'Facture',
    credit_note: 'Avoir',
    corrective_invoice: 'Facture rectificative',
    deposit_invoice: 'Facture d’acompte',
  },
  demo: 'Pièce de démonstration : l’émetteur est fictif, elle n’a aucune valeur.',
  kind: 'Nature',
  number: 'Numéro',
  issued: 'Émise le',
  total: 'Total TTC',
  seller: 'Émetteur',
  hash: 'Empreinte',
  compare: 'Comparez ces informations avec la pièce que vous avez en main.',
  unknownTitle: 'Code inconnu',
  unknownReason: 'Aucune facture ne porte ce code. Vérifiez qu’il a été recopié en entier.',
  home: 'Retour à l’accueil',
};
