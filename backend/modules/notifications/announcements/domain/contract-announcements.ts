import type { Announcement } from './announcement';
import type { Facts, InAppTexts } from './in-app-texts';

const fact = (facts: Facts, name: string): string => facts[name] ?? '';

const cancelledText: InAppTexts = {
  fr: (facts) => ({
    title: 'Résiliation enregistrée',
    body: `${fact(facts, 'plan')} reste ouvert jusqu’au ${fact(facts, 'lastDay')} inclus. Vous pouvez changer d’avis d’ici là.`,
  }),
  en: (facts) => ({
    title: 'Cancellation recorded',
    body: `${fact(facts, 'plan')} stays open until ${fact(facts, 'lastDay')} included. You may change your mind until then.`,
  }),
};
const requestText: InAppTexts = {
  fr: (facts) => ({
    title: `Demande ${fact(facts, 'reference')} à traiter`,
    body: `${fact(facts, 'name')} attend une réponse avant le ${fact(facts, 'deadlineOn')}.`,
  }),
  en: (facts) => ({
    title: `Request ${fact(facts, 'reference')} to answer`,
    body: `${fact(facts, 'name')} expects an answer before ${fact(facts, 'deadlineOn')}.`,
  }),
};

/** Leaving: what the law wants acknowledged at once, also to people who have no account. */
export const contractAnnouncements = {
  'subscription-cancelled': {
    subjectKind: 'billing.cancellation',
    category: 'billing',
    audience: 'member',
    inApp: { type: 'subscription_cancelled', severity: 'info', texts: cancelledText },
    mail: 'subscription-cancelled',
  },
  'cancellation-received': {
    subjectKind: 'billing.contract-request',
    category: 'billing',
    audience: 'stranger',
    mail: 'cancellation-received',
    direct: true,
  },
  'cancellation-to-confirm': {
    subjectKind: 'billing.contract-request',
    category: 'billing',
    audience: 'stranger',
    mail: 'cancellation-to-confirm',
    direct: true,
  },
  'withdrawal-received': {
    subjectKind: 'billing.contract-request',
    category: 'billing',
    audience: 'stranger',
    mail: 'withdrawal-received',
    direct: true,
  },
  'contract-request-answered': {
    subjectKind: 'billing.contract-request',
    category: 'billing',
    audience: 'stranger',
    mail: 'contract-request-answered',
    direct: true,
  },
  'contract-request-to-handle': {
    subjectKind: 'billing.contract-request',
    category: 'staff',
    audience: 'billing.subscriptions-write',
    inApp: { type: 'contract_request', severity: 'warning', texts: requestText },
    mail: 'contract-request-to-handle',
  },
} as const satisfies Record<string, Announcement>;
