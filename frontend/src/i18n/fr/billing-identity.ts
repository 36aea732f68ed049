import type { BuyerKind, VatCheckState } from '@calmness/contracts';

const kinds: Record<BuyerKind, string> = { person: 'Un particulier', company: 'Une entreprise' };
const kindHints: Record<BuyerKind, string> = {
  person: 'Vous achetez pour vous.',
  company: 'La facture est au nom d’une société ou d’un indépendant.',
};
const checks: Record<VatCheckState, string> = {
  none: '',
  waiting:
    'Nous vérifions votre numéro de TVA auprès du registre européen. En attendant, la commande sans TVA n’est pas possible\u00a0: patientez un peu, ou retirez le numéro pour payer avec la TVA.',
  valid: 'Numéro de TVA vérifié auprès du registre européen',
  invalid:
    'Le registre européen ne connaît pas ce numéro de TVA. Vérifiez-le, ou retirez-le pour payer avec la TVA.',
};

export const billingIdentity = {
  title: 'Identité de facturation',
  lead: 'Le nom et l’adresse inscrits sur vos prochaines factures. Celles déjà émises ne changent pas.',
  question: 'Qui est facturé',
  why: 'Votre pays décide de la TVA\u00a0: nous le demandons avant de calculer le prix.',
  kindLegend: 'La facture est pour',
  kinds,
  kindHints,
  checks,
  fields: {
    name: { person: 'Prénom et nom', company: 'Raison sociale' } satisfies Record<BuyerKind, string>,
    country: 'Pays',
    address_lines: 'Adresse',
    postal_code: 'Code postal',
    city: 'Ville',
    siren: 'SIREN',
    vat_number: 'Numéro de TVA',
    electronic_address: 'Adresse de facturation électronique',
    purchase_order: 'Votre numéro de commande',
  },
  hints: {
    address_lines: 'Numéro et rue, puis un complément à la ligne.',
    siren: 'Neuf chiffres\u00a0; les espaces ne gênent pas.',
    vat_number: 'Avec les lettres du pays, par exemple BE0123456749.',
    vatElsewhere: 'Avec un numéro vérifié, vous êtes facturé sans TVA (autoliquidation).',
    electronic_address: 'Seulement si elle diffère de votre SIREN.',
    purchase_order: 'Il sera rappelé sur vos factures.',
  },
  save: 'Enregistrer cette identité',
  saved: 'Identité de facturation enregistrée',
  edit: 'Modifier',
  editLong: 'Modifier l’identité de facturation',
  siren: (number: string) => `SIREN ${number}`,
  vatNumber: (number: string) => `TVA ${number}`,
  purchaseOrder: (number: string) => `Commande ${number}`,
  checkedOn: (day: string) => `le ${day}`,
  noAddress: 'Adresse non renseignée',
  missing: 'Vous n’avez pas encore dit qui est facturé.',
  fill: 'Renseigner',
  first: 'Dites-nous d’abord qui est facturé\u00a0: le récapitulatif suit.',
  buyer: 'Facturé à',
  unchecked:
    'Le récapitulatif s’affiche dès que votre numéro de TVA est vérifié. Vous pouvez aussi retirer le numéro et payer avec la TVA.',
  staff: {
    title: 'Facturé au nom de',
    none: 'Ce membre n’a pas encore dit qui est facturé.',
    states: {
      none: '',
      waiting: 'Le registre européen n’a pas encore répondu pour ce numéro de TVA.',
      valid: 'Numéro de TVA vérifié',
      invalid: 'Le registre européen ne connaît pas ce numéro de TVA.',
    } satisfies Record<VatCheckState, string>,
    proof: 'Comment l’avez-vous vérifié\u00a0?',
    proofHint:
      'Par exemple\u00a0: VIES, consultation n° WAPIAAAAX, 20 novembre 2026. Cette note reste au journal.',
    vouch: 'Marquer le numéro comme vérifié',
    vouched: 'Le numéro est marqué comme vérifié.',
    proven: (proof: string) => `Preuve\u00a0: ${proof}`,
  },
};
