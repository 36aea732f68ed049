import type { CancelReason } from '@calmness/contracts';

const reasons: Record<CancelReason, string> = {
  too_expensive: 'C’est trop cher pour moi',
  no_time: 'Je n’ai pas assez de temps',
  content: 'Le contenu ne me correspond pas',
  technical: 'J’ai rencontré des problèmes techniques',
  goal_reached: 'J’ai atteint mon objectif',
  payment_failed: 'Je n’ai pas pu payer',
  other: 'Une autre raison',
};

export const leaving = {
  reasons,
  form: {
    name: 'Nom et prénom',
    email: 'Adresse e-mail',
    emailHint: 'L’accusé de réception y est envoyé tout de suite.',
    comment: 'Votre message',
    review: 'Relire ma demande',
    back: 'Modifier',
    notSaid: 'Non précisé',
    receivedAt: 'Reçue le',
    reference: 'Numéro',
    home: 'Retour à l’accueil',
  },
  cancellation: {
    lead: 'Résilier est gratuit et ne demande ni compte ni justification. Votre accès reste ouvert jusqu’à la fin de la période déjà payée ; rien n’est renouvelé sans vous.',
    contract: 'Référence du contrat',
    contractHint: 'Un numéro de commande (CAL-…) ou de facture (CT-…), si vous l’avez sous la main.',
    effectiveOn: 'Date d’effet souhaitée',
    effectiveHint: 'Sans date, la résiliation vaut pour la fin de la période payée.',
    reason: 'Motif',
    noReason: 'Je préfère ne pas le dire',
    reviewTitle: 'Votre demande de résiliation',
    reviewLead: 'Relisez, puis notifiez votre résiliation.',
    submit: 'Notifier la résiliation',
    doneTitle: 'Votre demande est bien reçue',
    doneBody: (email: string) =>
      `Un accusé de réception part à l’instant vers ${email}. S’il contient un lien de confirmation, un clic rend la résiliation effective ; sinon notre équipe la traite et vous répond.`,
    confirmTitle: 'Confirmer votre résiliation',
    confirmLead:
      'Un clic, et votre résiliation prend effet. Vous gardez votre accès jusqu’à la fin de la période payée.',
    confirm: 'Confirmer ma résiliation',
    confirmedTitle: 'Votre résiliation est confirmée',
    confirmedBody: (plan: string, day: string) =>
      `${plan} reste ouvert jusqu’au ${day} inclus, puis prend fin. Un e-mail vous le confirme.`,
  },
  withdrawal: {
    lead: 'Pour un achat à distance, vous avez quatorze jours pour changer d’avis, sans motif ni frais. Si vous avez demandé un accès immédiat, seuls les jours déjà servis restent dus.',
    order: 'Commande concernée',
    orderHint: 'Le numéro de commande (CAL-…) ou de facture (CT-…) reçu par e-mail.',
    reviewTitle: 'Votre déclaration de rétractation',
    statement: (order: string) =>
      `« Je vous notifie par la présente ma rétractation du contrat portant sur la prestation de la commande ${order}. »`,
    submit: 'Confirmer la rétractation',
    doneTitle: 'Votre rétractation est bien reçue',
    doneBody: (email: string) =>
      `Un accusé de réception, avec la date et l’heure, part à l’instant vers ${email}. Gardez-le : il en est la preuve.`,
  },
  card: {
    cancel: 'Résilier',
    resume: 'Reprendre mon abonnement',
    pause: 'Mettre en pause',
    unpause: 'Reprendre l’accès',
    cancelled: (day: string) => `Résilié : l’accès s’arrête après le ${day}.`,
    paused: (day: string) => `En pause depuis le ${day}. Vos jours vous attendent.`,
    origins: {
      purchase: '',
      trial: 'Essai gratuit',
      complimentary: 'Offert par l’académie',
      code: 'Par code',
    },
    dialog: {
      title: (plan: string) => `Résilier ${plan}`,
      lead: (day: string) =>
        `Vous gardez votre accès jusqu’au ${day} inclus. Rien n’est prélevé, rien n’est renouvelé, et vous pouvez changer d’avis d’ici là.`,
      reason: 'Qu’est-ce qui vous fait partir ?',
      next: 'Continuer',
      keep: 'Garder mon abonnement',
      sureTitle: 'Confirmer la résiliation',
      sure: (plan: string, day: string) =>
        `${plan} prendra fin après le ${day}. Les rappels d’échéance s’arrêtent tout de suite.`,
      confirm: 'Confirmer la résiliation',
    },
    done: (day: string) => `Résiliation enregistrée : accès jusqu’au ${day} inclus.`,
    resumed: 'Heureux de vous garder : votre abonnement reprend.',
    pausedDone: 'Votre abonnement est en pause.',
    unpausedDone: 'Votre accès reprend, les jours de pause vous sont rendus.',
  },
  trial: {
    title: (plan: string, days: string) => `Essayez ${plan} pendant ${days} jours, gratuitement`,
    lead: 'Sans carte ni paiement ; l’essai s’arrête de lui-même.',
    start: 'Démarrer mon essai',
    done: (day: string) => `C’est parti : votre essai court jusqu’au ${day} inclus.`,
  },
  code: {
    title: 'Vous avez un code d’accès ?',
    label: 'Code d’accès',
    submit: 'Ouvrir mon accès',
    done: (plan: string) => `Votre accès ${plan} est ouvert.`,
  },
  consents: {
    title: 'Avant de commander',
    terms: 'J’ai lu et j’accepte les ',
    termsLink: (version: string) => `conditions de vente, version ${version}`,
    earlyStart:
      'Je demande que l’accès commence avant la fin du délai de rétractation de quatorze jours. Si je me rétracte ensuite, les jours déjà servis restent dus.',
    later: 'Sans cette demande, votre accès commence à la fin des quatorze jours.',
    needed: 'Acceptez les conditions de vente pour commander.',
    withdraw: 'Comment se rétracter',
    coupon: 'Code de réduction',
    apply: 'Appliquer',
    upgrade: (plan: string, credit: string) =>
      `Remplacer ${plan} dès maintenant : ${credit} de temps restant sont déduits.`,
    discount: 'Réduction',
  },
};
