import { describe, expect, it } from 'vitest';
import { forecastOf } from './forecast';

describe('the forecast of a broadcast', () => {
  it('parts those who are told, those who said no, and those nothing leads to', () => {
    const people = [
      { in_app: 'told', email: 'digested', push: 'no-address' },
      { in_app: 'opted-out', email: 'opted-out', push: 'no-address' },
      { email: 'address-refused', push: 'no-address' },
      { email: 'queued', push: 'queued' },
    ] as const;
    expect(forecastOf(people, ['email', 'push'])).toEqual({
      ...{ people: 4, reached: 2, opted_out: 1, unreachable: 1 },
      by_channel: [
        { channel: 'email', people: 2 },
        { channel: 'push', people: 1 },
      ],
    });
  });

  it('of nobody is nothing', () => {
    expect(forecastOf([], ['email'])).toMatchObject({ people: 0, reached: 0, opted_out: 0, unreachable: 0 });
  });
});
