import { addressed, amount, day, moment, optional, paragraph, text, url } from './mail-variable';

const request = { name: text('Camille Roux'), reference: text('RES-7K3M9Q') };
const receivedAt = moment('2026-11-21T14:05:00Z');
const contract = text('CAL-7Q4KXP');
const token = 'token=019aa2c4-7d10-7c3e-9b52-6f0d0c1a2b3c.q7Vd2n0XyB4mCk9sT1uWf6hLr8eZa3pJ5oGiNvDxQwE';

export const contractVariables = {
  'subscription-cancelled': {
    ...addressed('/user/payments'),
    plan: text('Premium'),
    cancelledOn: day('2026-11-21'),
    lastDay: day('2027-02-19'),
  },
  'cancellation-received': {
    ...{ ...request, receivedAt, link: url('/resiliation') },
    ...{ contract: optional(contract), effectiveOn: optional(day('2026-12-31')) },
  },
  'cancellation-to-confirm': {
    ...{ ...request, receivedAt, link: url(`/resiliation?${token}`) },
    ...{ contract: optional(contract), effectiveOn: optional(day('2026-12-31')) },
  },
  'withdrawal-received': {
    ...{ ...request, reference: text('RET-7K3M9Q'), receivedAt, contract, link: url('/retractation') },
    comment: optional(paragraph('Je change d’avis.', 'I changed my mind.')),
    deadlineOn: day('2026-12-05'),
  },
  'contract-request-answered': {
    ...{ ...request, link: url('/retractation') },
    note: paragraph('Votre remboursement de 40,84 € est parti.', 'Your refund of €40.84 is on its way.'),
  },
  'contract-request-to-handle': {
    ...{ ...addressed('/admin/subscriptions/requests'), ...request, receivedAt },
    ...{ deadlineOn: day('2026-12-05'), refund: optional(amount(4_084)) },
  },
};
