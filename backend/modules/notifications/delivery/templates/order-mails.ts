import type { MailMaterial, MailTemplate } from './mail-content';

const fact = (material: MailMaterial, name: string): string => material.facts[name] ?? '';
const line = (label: string, value: string) => (value ? [{ label, value }] : []);

/** The model form of the law (C. conso., annexe à l'article R221-1), filled in as far as the house can. */
function withdrawalForm(material: MailMaterial, locale: 'fr' | 'en'): string[] {
  const until = fact(material, 'withdrawUntil');
  if (!until) return [];
  const [reference, ordered] = [fact(material, 'reference'), fact(material, 'declaredOn')];
  const seller = `${fact(material, 'seller')}, ${fact(material, 'sellerAddress')}, ${fact(material, 'sellerEmail')}`;
  return locale === 'fr'
    ? [
        `Vous pouvez vous rétracter jusqu’au ${until}, sans motif, depuis la page « Rétractation » de notre site ou avec ce formulaire :`,
        `« À l’attention de ${seller} : je vous notifie par la présente ma rétractation du contrat portant sur la prestation ci-dessous. Commande ${reference} du ${ordered}. Nom, adresse, date et signature. »`,
      ]
    : [
        `You can withdraw until ${until}, without giving a reason, on the “Withdrawal” page of our site or with this form:`,
        `“To ${seller}: I hereby give notice that I withdraw from my contract for the service below. Order ${reference} of ${ordered}. Name, address, date and signature.”`,
      ];
}

/** The confirmation of an order: all that was shown before the button, on a medium that lasts. */
export const paymentDeclared: MailTemplate = {
  fr: (material) => ({
    subject: `Votre commande ${fact(material, 'reference')} est enregistrée`,
    preheader: 'Les coordonnées de paiement vous attendent sur votre page.',
    greeting: `Bonjour ${material.firstName},`,
    paragraphs: [
      'Votre commande, avec obligation de paiement, est enregistrée. Effectuez votre paiement avec la référence exacte ci-dessous ; nous le validons dès qu’il apparaît sur notre compte.',
      ...withdrawalForm(material, 'fr'),
    ],
    facts: [
      { label: 'Offre', value: fact(material, 'plan') },
      { label: 'Durée', value: fact(material, 'period') },
      { label: 'Montant TTC', value: fact(material, 'amount') },
      ...line('dont TVA', fact(material, 'vat')),
      { label: 'Référence', value: fact(material, 'reference') },
      ...line('Début de l’accès', fact(material, 'starts')),
      { label: 'Lieu de la prestation', value: fact(material, 'place') },
      { label: 'Vendeur', value: fact(material, 'seller') },
      { label: 'Adresse', value: fact(material, 'sellerAddress') },
      { label: 'Conditions de vente', value: `version ${fact(material, 'terms')}` },
    ],
    button: { label: 'Voir les coordonnées', url: material.link },
  }),
  en: (material) => ({
    subject: `Your order ${fact(material, 'reference')} is recorded`,
    preheader: 'The payment details are waiting on your page.',
    greeting: `Hello ${material.firstName},`,
    paragraphs: [
      'Your order, with an obligation to pay, is recorded. Pay with the exact reference below; we validate it as soon as it reaches our account.',
      ...withdrawalForm(material, 'en'),
    ],
    facts: [
      { label: 'Plan', value: fact(material, 'plan') },
      { label: 'Length', value: fact(material, 'period') },
      { label: 'Amount, taxes included', value: fact(material, 'amount') },
      ...line('of which VAT', fact(material, 'vat')),
      { label: 'Reference', value: fact(material, 'reference') },
      ...line('Access starts', fact(material, 'starts')),
      { label: 'Place of the service', value: fact(material, 'place') },
      { label: 'Seller', value: fact(material, 'seller') },
      { label: 'Address', value: fact(material, 'sellerAddress') },
      { label: 'Terms of sale', value: `version ${fact(material, 'terms')}` },
    ],
    button: { label: 'See the details', url: material.link },
  }),
};
