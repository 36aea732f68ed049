import { addressed, paragraph, text } from './mail-variable';

export const broadcastVariables = {
  broadcast: {
    ...addressed('/user/notifications'),
    title: text('La salle ouvre aussi le samedi', 'The room opens on Saturdays too'),
    body: paragraph(
      'Dès décembre, la salle de trading est ouverte le samedi matin.\n\nVenez quand vous voulez.',
      'From December on, the trading room is open on Saturday mornings.\n\nCome whenever you like.',
    ),
  },
};
