import type { Locale } from '@calmness/contracts';

/** Values of the subject, formatted for the reader's language already. */
export type Facts = Record<string, string>;
export interface InAppText {
  title: string;
  body: string;
}
export type InAppTexts = Record<Locale, (facts: Facts) => InAppText>;

const of = (facts: Facts, name: string): string => facts[name] ?? '';

export const welcomeText: InAppTexts = {
  fr: (facts) => ({
    title: `Bienvenue, ${of(facts, 'firstName')} !`,
    body: 'Complétez votre profil pour pouvoir choisir votre abonnement.',
  }),
  en: (facts) => ({
    title: `Welcome, ${of(facts, 'firstName')}!`,
    body: 'Complete your profile to be able to choose your plan.',
  }),
};
export const addressConfirmedText: InAppTexts = {
  fr: () => ({ title: 'Adresse confirmée', body: 'Votre adresse e-mail est vérifiée.' }),
  en: () => ({ title: 'Address confirmed', body: 'Your e-mail address is verified.' }),
};
export const passwordChangedText: InAppTexts = {
  fr: () => ({
    title: 'Mot de passe modifié',
    body: 'Vos autres sessions sont fermées. Si ce n’était pas vous, sécurisez votre compte.',
  }),
  en: () => ({
    title: 'Password changed',
    body: 'Your other sessions are closed. If it was not you, secure your account.',
  }),
};
export const newDeviceText: InAppTexts = {
  fr: (facts) => ({
    title: 'Nouvel appareil',
    body: `Connexion depuis ${of(facts, 'device')} (${of(facts, 'place')}), ${of(facts, 'moment')}.`,
  }),
  en: (facts) => ({
    title: 'New device',
    body: `Login from ${of(facts, 'device')} (${of(facts, 'place')}), ${of(facts, 'moment')}.`,
  }),
};
export const passkeyAddedText: InAppTexts = {
  fr: () => ({
    title: 'Clé d’accès ajoutée',
    body: 'L’appareil qui la garde ouvre votre compte sans mot de passe.',
  }),
  en: () => ({
    title: 'Passkey added',
    body: 'The device that keeps it opens your account without a password.',
  }),
};
export const passkeyRemovedText: InAppTexts = {
  fr: () => ({ title: 'Clé d’accès retirée', body: 'Elle n’ouvre plus votre compte.' }),
  en: () => ({ title: 'Passkey removed', body: 'It no longer opens your account.' }),
};
export const twoFactorOnText: InAppTexts = {
  fr: () => ({
    title: 'Double authentification activée',
    body: 'Un code vous sera demandé à chaque connexion.',
  }),
  en: () => ({ title: 'Two-factor authentication on', body: 'A code is asked for at every login.' }),
};
export const twoFactorOffText: InAppTexts = {
  fr: () => ({
    title: 'Double authentification désactivée',
    body: 'Votre mot de passe suffit de nouveau pour vous connecter.',
  }),
  en: () => ({
    title: 'Two-factor authentication off',
    body: 'Your password alone opens your account again.',
  }),
};
export const accountSecuredText: InAppTexts = {
  fr: () => ({
    title: 'Compte sécurisé',
    body: 'Toutes les sessions ont été fermées et le mot de passe a dû être renouvelé.',
  }),
  en: () => ({
    title: 'Account secured',
    body: 'Every session was closed and the password had to be chosen anew.',
  }),
};
export const emailChangedText: InAppTexts = {
  fr: (facts) => ({
    title: 'Adresse e-mail modifiée',
    body: `Votre adresse est désormais ${of(facts, 'newEmail')}.`,
  }),
  en: (facts) => ({ title: 'E-mail address changed', body: `Your address is now ${of(facts, 'newEmail')}.` }),
};
export const paymentPendingText: InAppTexts = {
  fr: (facts) => ({
    title: 'Paiement en attente',
    body: `${of(facts, 'amount')} pour « ${of(facts, 'plan')} », référence ${of(facts, 'reference')}. Les coordonnées vous attendent ici.`,
  }),
  en: (facts) => ({
    title: 'Payment pending',
    body: `${of(facts, 'amount')} for “${of(facts, 'plan')}”, reference ${of(facts, 'reference')}. The details are waiting here.`,
  }),
};
export const paymentToValidateText: InAppTexts = {
  fr: (facts) => ({
    title: 'Paiement à valider',
    body: `${of(facts, 'amount')}, référence ${of(facts, 'reference')}.`,
  }),
  en: (facts) => ({
    title: 'Payment to validate',
    body: `${of(facts, 'amount')}, reference ${of(facts, 'reference')}.`,
  }),
};
export const paymentReceivedText: InAppTexts = {
  fr: (facts) => ({
    title: 'Paiement reçu',
    body: `Merci ! ${of(facts, 'amount')} pour « ${of(facts, 'plan')} » : votre paiement est validé.`,
  }),
  en: (facts) => ({
    title: 'Payment received',
    body: `Thank you! ${of(facts, 'amount')} for “${of(facts, 'plan')}”: your payment is validated.`,
  }),
};
export const paymentPartialText: InAppTexts = {
  fr: (facts) => ({
    title: 'Paiement partiel reçu',
    body: `Nous avons reçu une partie de « ${of(facts, 'plan')} ». Il reste ${of(facts, 'due')} à régler, référence ${of(facts, 'reference')} : votre accès s’ouvre dès que le compte y est.`,
  }),
  en: (facts) => ({
    title: 'Part of your payment received',
    body: `We received a part of “${of(facts, 'plan')}”. ${of(facts, 'due')} is left to pay, reference ${of(facts, 'reference')}: your access opens once it is complete.`,
  }),
};
export const paymentRefundedText: InAppTexts = {
  fr: (facts) => ({
    title: 'Remboursement effectué',
    body: `Votre paiement « ${of(facts, 'plan')} », référence ${of(facts, 'reference')}, a été remboursé. L’avoir vous attend parmi vos factures.`,
  }),
  en: (facts) => ({
    title: 'Refund made',
    body: `Your payment for “${of(facts, 'plan')}”, reference ${of(facts, 'reference')}, was refunded. The credit note is among your invoices.`,
  }),
};
export const paymentRejectedText: InAppTexts = {
  fr: (facts) => ({ title: 'Paiement refusé', body: `Motif : ${of(facts, 'rejectReason')}` }),
  en: (facts) => ({ title: 'Payment refused', body: `Reason: ${of(facts, 'rejectReason')}` }),
};
export const subscriptionActivatedText: InAppTexts = {
  fr: (facts) => ({
    title: `Abonnement « ${of(facts, 'plan')} » actif`,
    body: `Accès jusqu’au ${of(facts, 'lastDay')} inclus.`,
  }),
  en: (facts) => ({
    title: `Subscription “${of(facts, 'plan')}” active`,
    body: `Access until ${of(facts, 'lastDay')} included.`,
  }),
};
export const invoiceIssuedText: InAppTexts = {
  fr: (facts) => ({
    title: `Facture ${of(facts, 'number')}`,
    body: `${of(facts, 'total')} TTC. Elle arrive aussi par e-mail.`,
  }),
  en: (facts) => ({
    title: `Invoice ${of(facts, 'number')}`,
    body: `${of(facts, 'total')}, taxes included. It also comes by e-mail.`,
  }),
};
export const creditNoteIssuedText: InAppTexts = {
  fr: (facts) => ({
    title: `Avoir ${of(facts, 'number')}`,
    body: `${of(facts, 'total')} TTC, sur la facture ${of(facts, 'amends')}. Il arrive aussi par e-mail.`,
  }),
  en: (facts) => ({
    title: `Credit note ${of(facts, 'number')}`,
    body: `${of(facts, 'total')}, taxes included, on invoice ${of(facts, 'amends')}. It also comes by e-mail.`,
  }),
};
export const exportReadyText: InAppTexts = {
  fr: (facts) => ({
    title: 'Vos données sont prêtes',
    body: `L’archive vous attend jusqu’au ${of(facts, 'expiresOn')}.`,
  }),
  en: (facts) => ({
    title: 'Your data is ready',
    body: `The archive is waiting for you until ${of(facts, 'expiresOn')}.`,
  }),
};
export const erasureScheduledText: InAppTexts = {
  fr: (facts) => ({
    title: 'Suppression de votre compte demandée',
    body: `Elle aura lieu le ${of(facts, 'executeOn')}. D’ici là, vous pouvez l’annuler.`,
  }),
  en: (facts) => ({
    title: 'Deletion of your account requested',
    body: `It will happen on ${of(facts, 'executeOn')}. Until then you can cancel it.`,
  }),
};
export const erasureCancelledText: InAppTexts = {
  fr: () => ({ title: 'Suppression annulée', body: 'Votre compte reste ouvert. Rien n’a été effacé.' }),
  en: () => ({ title: 'Deletion cancelled', body: 'Your account stays open. Nothing was erased.' }),
};
