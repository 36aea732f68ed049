import { centsOf } from './plan-form';

describe('a typed price', () => {
  it.each([
    ['49', 4_900],
    ['49,9', 4_990],
    ['49.90 €', 4_990],
    [' 1290,05 ', 129_005],
  ])('%s is %d cents', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it.each(['', 'gratuit', '-5', '4,999', '1 000'])('%s is no price', (text) => {
    expect(centsOf(text)).toBeUndefined();
  });
});
