import type { home as french } from '../fr/home';

export const home: typeof french = {
  hero: {
    kicker: 'Trading academy',
    title: 'Method before markets.',
    lead: 'Calmness teaches you to read a chart, hold a plan and keep a cool head. Live courses, a kind group, and risk explained plainly.',
    start: 'Create my account',
    plans: 'See the plans',
    space: 'Open my space',
  },
  offer: {
    title: 'What you will find here',
    items: [
      {
        title: 'Live courses',
        body: 'Regular sessions in small groups, with instructors who know your first name.',
      },
      {
        title: 'Discipline, not promises',
        body: 'Plan, position size, journal: we work on what you truly control.',
      },
      {
        title: 'People beside you',
        body: 'Questions, doubts? A mentor answers and reviews your work.',
      },
      {
        title: 'Everything in one place',
        body: 'Your courses, payments and invoices, clear and up to date, in French and in English.',
      },
    ],
  },
  steps: {
    title: 'Join the academy in four steps',
    items: [
      { title: 'Create your account', body: 'One minute, then confirm your e-mail address.' },
      { title: 'Complete your profile', body: 'Your name and a Telegram or Discord contact are enough.' },
      { title: 'Choose a plan', body: 'You see the whole summary before you order.' },
      { title: 'Pay your way', body: 'We validate by hand and your invoice arrives at once.' },
    ],
  },
  teaser: { title: 'Simple plans', lead: 'Clear prices, no hidden renewal.', all: 'All plans' },
};
