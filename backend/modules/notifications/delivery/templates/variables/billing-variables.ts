import { addressed, amount, day, optional, paragraph, text } from './mail-variable';

const order = {
  plan: text('Premium, 3 mois', 'Premium, 3 months'),
  amount: amount(12_900),
  reference: text('CAL-7Q4KXP'),
};
const payment = '/user/payments/019aa2c4-7d10-7c3e-9b52-6f0d0c1a2b3c';
const plan = text('Premium');
const lastDay = day('2026-11-30');
const payments = '/user/payments';

export const billingVariables = {
  'payment-declared': { ...addressed(payment), ...order },
  'payment-to-validate': { ...addressed(payment.replace('/user', '/admin')), ...order },
  'payment-rejected': {
    ...addressed(payment),
    reference: order.reference,
    rejectReason: paragraph(
      'Le montant reçu (100,00 €) ne correspond pas à la commande.',
      'The amount received (€100.00) does not match the order.',
    ),
  },
  'invoice-ready': {
    ...addressed('/user/invoices'),
    number: text('CT-20261120-0042'),
    label: order.plan,
    total: amount(12_900),
    lastDay: optional(day('2027-02-19')),
  },
  'invoice-sent': {
    ...addressed('/user/invoices'),
    number: text('CT-20261120-0043'),
    document: text('facture d’acompte', 'deposit invoice'),
    label: text('Accompagnement', 'Coaching'),
    total: amount(36_000),
    owed: optional(amount(36_000)),
    dueDate: optional(day('2026-12-20')),
  },
  'credit-note-ready': {
    ...addressed('/user/invoices'),
    number: text('CT-20261120-0044'),
    amends: text('CT-20261120-0042'),
    total: amount(12_900),
  },
  'subscription-ends-in-7': { ...addressed(payments), plan, lastDay },
  'subscription-ends-in-3': { ...addressed(payments), plan, lastDay },
  'subscription-ends-in-2': { ...addressed(payments), plan, lastDay },
  'subscription-ends-in-1': { ...addressed(payments), plan },
  'subscription-ended-1': { ...addressed(payments), plan, lastDay },
  'subscription-ended-2': { ...addressed(payments), plan },
  'subscription-ended-3': addressed(payments),
};
