import type { Locale, NotificationCategory } from '@calmness/contracts';
import type { MailTemplateName } from './mail-templates';

/** What the layout itself says, around every mail. */
export const layoutWords = {
  fr: {
    team: 'L’équipe Calmness',
    help: 'Une question ? Écrivez à',
    copyAddress: 'Le bouton ne répond pas ? Copiez cette adresse :',
    stop: 'Ne plus recevoir ces e-mails',
    mentions: 'Mentions légales',
    privacy: 'Confidentialité',
    risk: 'Le trading comporte un risque de perte en capital. Les contenus de Calmness sont pédagogiques et ne constituent pas un conseil en investissement.',
  },
  en: {
    team: 'The Calmness team',
    help: 'A question? Write to',
    copyAddress: 'The button does not answer? Copy this address:',
    stop: 'Stop these e-mails',
    mentions: 'Legal notice',
    privacy: 'Privacy',
    risk: 'Trading carries a risk of losing capital. Calmness teaches; nothing here is investment advice.',
  },
} as const satisfies Record<Locale, Record<string, string>>;

type Reason = Record<Locale, string>;
const because = (fr: string, en: string): Reason => ({
  fr: `Vous recevez ce message parce ${fr}.`,
  en: `You receive this message because ${en}.`,
});

const reasons: Record<NotificationCategory, Reason> = {
  security: because('qu’il concerne la sécurité de votre compte', 'it is about the security of your account'),
  billing: because('que vous avez passé une commande', 'you placed an order'),
  subscription: because('que vous avez, ou aviez, un abonnement', 'you have, or had, a subscription'),
  formations: because('que vous suivez une formation', 'you take part in a formation'),
  coaching: because('que vous avez une séance de coaching', 'you have a coaching session'),
  loans: because('que vous empruntez du matériel', 'you borrow equipment'),
  signals: because('que vous suivez nos signaux', 'you follow our signals'),
  support: because('que vous avez écrit au support', 'you wrote to the support'),
  staff: because('que vous faites partie de l’équipe', 'you are a member of the team'),
  news: because('que vous êtes membre de l’académie', 'you are a member of the academy'),
  offers: because('que vous avez accepté nos offres', 'you agreed to receive our offers'),
};
const ownReasons: Partial<Record<MailTemplateName, Reason>> = {
  'verify-email': because(
    'que cette adresse a été donnée à l’inscription',
    'this address was given when registering',
  ),
  'known-address': because(
    'que cette adresse a été donnée à l’inscription',
    'this address was given when registering',
  ),
  welcome: because('que vous venez de nous rejoindre', 'you just joined us'),
  invitation: because('que l’académie vous a ouvert un compte', 'the academy opened an account for you'),
  'payment-to-validate': because(
    'que vous validez les paiements de l’académie',
    'you validate the payments of the academy',
  ),
  'export-ready': because('que vous avez demandé vos données', 'you asked for your data'),
  'erasure-scheduled': because(
    'que la suppression de votre compte a été demandée',
    'the deletion of your account was requested',
  ),
  'member-erased': because('que votre compte vient d’être supprimé', 'your account was just deleted'),
  digest: because('que vous préférez un résumé à chaque e-mail', 'you prefer a summary to each e-mail'),
  'inactivity-warning': because(
    'que vous avez un compte que vous n’utilisez plus',
    'you have an account you no longer use',
  ),
};

/** Why somebody gets this mail: its own reason, or that of its category. */
export function reasonOf(name: MailTemplateName, category: NotificationCategory, locale: Locale): string {
  return (ownReasons[name] ?? reasons[category])[locale];
}
