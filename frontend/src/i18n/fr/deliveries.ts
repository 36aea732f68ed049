import type { DeliveryOutcome, DeliveryState } from '@calmness/contracts';
import { deliveryNames } from './delivery-names';
import { categoryNames, channelNames } from './message-names';

const states: Record<DeliveryState, string> = {
  queued: 'En file',
  deferred: 'Attend la fin des heures calmes',
  digested: 'Dans un résumé',
  suppressed: 'Non envoyé',
  sending: 'En cours d’envoi',
  accepted: 'Accepté',
  sent: 'Envoyé',
  delivered: 'Remis',
  read: 'Lu',
  failed: 'Échec',
  unknown: 'Issue inconnue',
  expired: 'Trop tard',
  cancelled: 'Annulé',
};
const outcomes: Record<DeliveryOutcome, string> = {
  arrived: 'Arrivés',
  missed: 'Manqués',
  under_way: 'En route',
  left_out: 'Écartés',
};
const nameOf: Partial<Record<string, string>> = deliveryNames;
const decisions: Record<string, string> = {
  told: 'Écrit dans l’espace',
  queued: 'Envoi demandé',
  digested: 'Gardé pour le résumé',
  'opted-out': 'Refusé dans les préférences',
  'no-address': 'Aucune adresse connue',
  'channel-off': 'Canal désactivé par l’académie',
  'address-refused': 'L’adresse refuse nos messages',
  'no-template': 'Aucun modèle approuvé',
  expired: 'Arrivé trop tard pour être dit',
  'subject-gone': 'Le sujet n’existe plus',
};
const reasons: Record<string, string> = {
  'too-late': 'Il n’était plus temps.',
  'recipient-gone': 'Le compte n’existe plus.',
  'opted-out': 'Ce canal est refusé dans les préférences.',
  'read-in-app': 'Le message était déjà lu dans l’espace.',
  'quiet-hours': 'Heures calmes choisies par le membre.',
  'no-address': 'Aucune adresse connue pour ce canal.',
  'address-bounced': 'L’adresse ne reçoit plus : elle a rejeté nos messages.',
  'address-blocked': 'Le membre a bloqué nos messages sur ce canal.',
  'address-unreachable': 'Ce numéro n’est pas joignable sur ce canal.',
  'address-opted-out': 'Le membre a demandé le silence sur ce canal.',
  'address-gone': 'Cette adresse n’existe plus.',
  'no-longer-true': 'Ce n’était plus vrai au moment d’envoyer.',
  'subject-moved': 'La date a changé entre-temps.',
  'subject-gone': 'Le sujet n’existe plus.',
  'sender-died': 'L’envoi a été interrompu.',
  'staff-retry': 'Relancé par l’équipe.',
  'staff-cancelled': 'Annulé par l’équipe.',
  'over-budget': 'Assez de messages pour la journée.',
  timeout: 'Le fournisseur n’a pas répondu à temps.',
  bounced: 'L’adresse a rejeté ce message : elle n’existe plus.',
  blocked: 'Le serveur du destinataire a refusé ce message.',
  dropped: 'Le fournisseur n’a pas envoyé ce message.',
  'twilio-20429': 'Twilio : trop de demandes à la fois.',
  'twilio-21610': 'Le membre a demandé le silence (STOP).',
  'twilio-63016': 'WhatsApp : hors de la fenêtre de 24 heures, sans modèle approuvé.',
  'twilio-63018': 'WhatsApp : cadence dépassée.',
  'twilio-63024': 'Ce numéro n’est pas sur WhatsApp.',
};

/** What becomes of messages, for members and staff. */
export const deliveries = {
  channels: channelNames,
  categories: categoryNames,
  states,
  outcomes,
  names: deliveryNames,
  /** What an older release sent shows its code. */
  name: (code: string) => nameOf[code] ?? code,
  decision: (code: string) => decisions[code] ?? code,
  /** Providers have words of their own: those we do not know are quoted. */
  reason: (code: string) => reasons[code.replace(/^code /, 'twilio-')] ?? `Réponse du fournisseur : ${code}`,
};
