import { desk as englishDesk } from './en/desk';
import { wording as english } from './en/wording';
import { desk } from './fr/desk';
import { wording } from './fr/wording';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('what is counted', () => {
  it.each([
    [0, '0 personne a refusé ce sujet', '0 personne la recevra', '0 personne a été prévenue'],
    [1, '1 personne a refusé ce sujet', '1 personne la recevra', '1 personne a été prévenue'],
    [2, '2 personnes ont refusé ce sujet', '2 personnes la recevront', '2 personnes ont été prévenues'],
  ])('agrees in French: %d', (n, refused, reached, was) => {
    const { optedOut, reached: will, wasReached } = wording.broadcasts;
    expect([optedOut(n), will(n), wasReached(n)].map(plain)).toEqual([refused, reached, was]);
  });

  it.each([
    [0, '0 people will receive it', '0 people were told'],
    [1, '1 person will receive it', '1 person was told'],
  ])('agrees in English: %d', (n, reached, was) => {
    const { reached: will, wasReached } = english.broadcasts;
    expect([will(n), wasReached(n)].map(plain)).toEqual([reached, was]);
  });

  it('says one message, and no rate where nothing was meant to arrive', () => {
    expect(plain(desk.charts.summary(1, '100 %'))).toBe('1 message, 100 % de réussite.');
    expect(plain(desk.charts.summary(1_200, '98 %'))).toBe('1 200 messages, 98 % de réussite.');
    expect(plain(englishDesk.charts.summary(1, '100%'))).toBe('1 message, 100% success.');
    expect(plain(desk.charts.summary(0, null))).toBe('0 message.');
  });
});
