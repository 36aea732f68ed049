import { describe, expect, it } from 'vitest';
import { deskAlertKinds, locales } from '@calmness/contracts';
import { databaseTrouble, diskTrouble, failureTrouble, quotaTrouble, troubleWords } from './troubles';

const megabyte = 1_048_576;

describe('a trouble', () => {
  it.each([
    [{ arrived: 10, missed: 9 }, undefined],
    [{ arrived: 18, missed: 2 }, undefined],
    [{ arrived: 17, missed: 3 }, 15],
    [{ arrived: 0, missed: 0 }, undefined],
  ])('of failures: %o says %s', (concluded, figure) => {
    expect(failureTrouble(concluded)[0]?.figure).toBe(figure);
  });

  it('of quota needs a streak', () => {
    expect(quotaTrouble(2)).toEqual([]);
    expect(quotaTrouble(3)).toMatchObject([{ about: 'whatsapp', figure: 3 }]);
  });

  it('of room is told before it is too late, and only when somebody set a limit', () => {
    expect(databaseTrouble(10 * megabyte, 0)).toEqual([]);
    expect(databaseTrouble(89 * megabyte, 100 * megabyte)).toEqual([]);
    expect(databaseTrouble(91 * megabyte, 100 * megabyte)).toMatchObject([{ figure: 91 }]);
    expect(diskTrouble(10 * megabyte, 0)).toEqual([]);
    expect(diskTrouble(10 * megabyte, 11 * megabyte)).toMatchObject([{ figure: 10 }]);
  });

  it('has words in both languages', () => {
    for (const locale of locales)
      for (const kind of deskAlertKinds) {
        const { title, detail } = troubleWords({ kind, about: 'whatsapp', figure: 7 }, locale);
        expect(`${title} ${detail}`).toMatch(/7/);
        expect(title).not.toMatch(/undefined|whatsapp/);
      }
  });
});
