export const mailbox = {
  lead: 'Sans serveur SMTP, les e-mails arrivent ici. Cette page n’existe pas en production.',
  emptyTitle: 'Aucun e-mail pour l’instant',
  emptyReason: 'Inscrivez-vous : le lien de confirmation arrivera ici.',
  register: 'Créer un compte',
  list: 'Messages',
  message: 'Message ouvert',
  to: (address: string) => `À : ${address}`,
  text: 'Texte brut',
  attachments: 'Pièces jointes',
};
