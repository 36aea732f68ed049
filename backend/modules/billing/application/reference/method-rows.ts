import type { PaymentMethodEntity } from '../../offers/persistence/payment-method.entity';

type MethodTexts = Pick<PaymentMethodEntity, 'code' | 'name' | 'instructions'>;

const texts: MethodTexts[] = [
  {
    code: 'bank_transfer',
    name: { fr: 'Virement bancaire', en: 'Bank transfer' },
    instructions: {
      fr: 'Faites le virement du montant exact et recopiez la référence dans le libellé\u00A0: c’est elle qui nous permet de reconnaître votre paiement.',
      en: 'Transfer the exact amount and copy the reference into the label: it is how we recognise your payment.',
    },
  },
  {
    code: 'crypto',
    name: { fr: 'Cryptomonnaie', en: 'Cryptocurrency' },
    instructions: {
      fr: 'Envoyez la contre-valeur exacte sur le réseau indiqué, puis gardez l’identifiant de la transaction\u00A0: il vous sera demandé.',
      en: 'Send the exact equivalent on the network shown, then keep the transaction id: we will ask for it.',
    },
  },
  {
    code: 'mobile_money',
    name: { fr: 'Mobile money', en: 'Mobile money' },
    instructions: {
      fr: 'Payez au numéro indiqué avec la référence en message, puis gardez le numéro de l’opération.',
      en: 'Pay to the number shown with the reference as the message, then keep the operation number.',
    },
  },
  {
    code: 'paypal',
    name: { fr: 'PayPal', en: 'PayPal' },
    instructions: {
      fr: 'Envoyez le montant exact à l’adresse indiquée et collez la référence dans le message.',
      en: 'Send the exact amount to the address shown and paste the reference into the message.',
    },
  },
];

/** The four methods, switched off and without coordinates. */
export const methodRows: PaymentMethodEntity[] = texts.map((method, index) => ({
  ...method,
  coordinates: [],
  active: false,
  position: index + 1,
  version: 1,
}));
