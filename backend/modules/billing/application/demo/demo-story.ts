import type { PaymentMethodCode } from '@calmness/contracts';

/** One payment of the demonstration. Days are counted back from the day it is planted. */
export interface DemoPayment {
  /** Makes planting it twice harmless. */
  key: string;
  email: string;
  planCode: string;
  method: PaymentMethodCode;
  declaredDaysAgo: number;
  outcome:
    | { kind: 'validated'; daysAgo: number; transactionNumber: string }
    | { kind: 'rejected'; daysAgo: number; reason: string }
    | { kind: 'pending' };
}

const jean = 'test@calmnessfi.com';
const awa = 'coach@calmnessfi.com';

/** In the order it happened: an invoice is never dated before another one. */
export const demoStory: readonly DemoPayment[] = [
  {
    key: 'demo-1',
    email: jean,
    planCode: 'essentiel',
    method: 'bank_transfer',
    declaredDaysAgo: 187,
    outcome: { kind: 'validated', daysAgo: 186, transactionNumber: 'DEMO-VIR-0001' },
  },
  {
    key: 'demo-2',
    email: jean,
    planCode: 'essentiel',
    method: 'bank_transfer',
    declaredDaysAgo: 158,
    outcome: { kind: 'validated', daysAgo: 157, transactionNumber: 'DEMO-VIR-0002' },
  },
  {
    key: 'demo-3',
    email: jean,
    planCode: 'premium',
    method: 'crypto',
    declaredDaysAgo: 131,
    outcome: {
      kind: 'rejected',
      daysAgo: 130,
      reason:
        'Nous n’avons pas retrouvé cette transaction sur le réseau indiqué. Vérifiez l’adresse, puis déclarez à nouveau votre paiement.',
    },
  },
  {
    key: 'demo-4',
    email: jean,
    planCode: 'premium',
    method: 'paypal',
    declaredDaysAgo: 129,
    outcome: { kind: 'validated', daysAgo: 128, transactionNumber: 'DEMO-PP-0004' },
  },
  {
    key: 'demo-5',
    email: awa,
    planCode: 'intensif',
    method: 'bank_transfer',
    declaredDaysAgo: 61,
    outcome: { kind: 'validated', daysAgo: 60, transactionNumber: 'DEMO-VIR-0005' },
  },
  {
    key: 'demo-6',
    email: jean,
    planCode: 'premium',
    method: 'bank_transfer',
    declaredDaysAgo: 40,
    outcome: { kind: 'validated', daysAgo: 39, transactionNumber: 'DEMO-VIR-0006' },
  },
  {
    key: 'demo-7',
    email: jean,
    planCode: 'intensif',
    method: 'bank_transfer',
    declaredDaysAgo: 1,
    outcome: { kind: 'pending' },
  },
];
