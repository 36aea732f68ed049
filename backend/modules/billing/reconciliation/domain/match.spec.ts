import { describe, expect, it } from 'vitest';
import { isOneOff, matchAll, matchOf, type AwaitedPayment } from './match';
import type { StatementEntry } from './statement';

const payment: AwaitedPayment = {
  ...{ id: 'p1', reference: 'CAL-7K3M9Q', dueCents: 4_900 },
  ...{ names: ['Jean Dupont'], declaredOn: '2026-11-18' },
};
const line = (label: string, changes: Partial<StatementEntry> = {}): StatementEntry => ({
  ...{ label, bookedOn: '2026-11-20', payer: null, bankReference: null, amountCents: 4_900 },
  ...changes,
});

describe('a line of the statement', () => {
  it.each([
    ['VIR SEPA CAL-7K3M9Q', {}, 'sure', ['reference', 'amount', 'date']],
    ['vir cal 7k3m9q merci', {}, 'sure', ['reference', 'amount', 'date']],
    ['CAL7K3M9Q', { amountCents: 4_000 }, 'likely', ['reference', 'amount_differs', 'date']],
    ['VIR CAL-7K3N9Q', {}, 'likely', ['reference_typo', 'amount', 'date']],
    ['VIR CAL-7K39Q', {}, 'likely', ['reference_typo', 'amount', 'date']],
    ['VIR CAL-7KK3M9Q', {}, 'likely', ['reference_typo', 'amount', 'date']],
    ['VIR 7K3M9Q', {}, 'likely', ['reference_typo', 'amount', 'date']],
    ['VIR CAL-7K3N9Q', { amountCents: 1 }, 'none', ['reference_typo', 'amount_differs', 'date']],
    ['VIREMENT DE M DUPONT JEAN', {}, 'likely', ['amount', 'name', 'date']],
    ['VIREMENT', { payer: 'Jean DUPONT' }, 'likely', ['amount', 'name', 'date']],
    ['VIREMENT DE M DUPOND JEAN', {}, 'none', ['amount', 'date']],
    ['VIREMENT', { bookedOn: '2026-10-01' }, 'none', ['amount']],
  ])('%j %o is %s', (label, changes, category, reasons) => {
    expect(matchOf(line(label, changes), payment)).toMatchObject({ category, reasons });
  });

  it('is proposed to nobody when two people fit it equally', () => {
    const twin = { ...payment, id: 'p2', reference: 'CAL-222222' };
    expect(matchAll([line('VIR JEAN DUPONT')], [payment, twin]).size).toBe(0);
    const named = line('VIR JEAN DUPONT CAL-222222');
    expect(matchAll([named], [payment, twin]).get(named)?.payment.id).toBe('p2');
  });

  it('gives a payment to the line it fits best', () => {
    const [weak, strong] = [line('VIR JEAN DUPONT'), line('CAL-7K3M9Q')];
    const matches = matchAll([weak, strong], [payment]);
    expect([matches.has(weak), matches.get(strong)?.category]).toEqual([false, 'sure']);
  });
});

describe('one off', () => {
  it.each([
    ['ABC', 'ABC', true],
    ['ABC', 'ABD', true],
    ['ABC', 'AC', true],
    ['AC', 'ABC', true],
    ['ABC', 'ABCD', true],
    ['ABC', 'ACB', false],
    ['ABC', 'A', false],
  ])('%s and %s: %s', (left, right, one) => {
    expect(isOneOff(left, right)).toBe(one);
  });
});
