import { describe, expect, it } from 'vitest';
import { importMaxRows, readImport } from './import-rows';

const outcomes = (csv: string) =>
  readImport(csv).map(({ outcome, fields }) => [outcome, ...fields].join(' '));

describe('a file of members', () => {
  it('is read as spreadsheets save it', () => {
    const french = '\uFEFFEmail;first_name;last_name;phone\r\nzoe@example.fr;Zoé;Œuvrard;06 12 34 56 78\r\n';
    expect(readImport(french)).toEqual([
      {
        ...{ line: 2, email: 'zoe@example.fr', firstName: 'Zoé', lastName: 'Œuvrard', locale: 'fr' },
        ...{ phone: '+33612345678', outcome: 'new', fields: [] },
      },
    ]);
    expect(outcomes('email,first_name,last_name,locale\n"a@b.fr","Anne, Marie",Roy,en\n')).toEqual(['new']);
    expect(outcomes('email\tfirst_name\tlast_name\na@b.fr\tAnne\tRoy')).toEqual(['new']);
  });

  it('says of each line what is wrong with it', () => {
    const csv = ['email,first_name,last_name,locale,phone', 'nobody,,Roy,de,12', 'a@b.fr,Anne,Roy,,'].join(
      '\n',
    );
    expect(outcomes(csv)).toEqual(['invalid email first_name locale phone', 'new']);
    expect(outcomes(`email,first_name,last_name\na@b.fr,${'x'.repeat(81)},Roy`)).toEqual([
      'invalid first_name',
    ]);
  });

  it('takes an address once, however it is written', () => {
    expect(outcomes('email,first_name,last_name\na@b.fr,Anne,Roy\nA@B.FR,Anne,Roy')).toEqual([
      'new',
      'repeated',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a header alone', 'email,first_name,last_name'],
    ['other columns', 'mail,nom\na@b.fr,Roy'],
    ['an open quote', 'email,first_name,last_name\n"a@b.fr,Anne,Roy'],
    ['too much', `email,first_name,last_name\n${'a@b.fr,Anne,Roy\n'.repeat(importMaxRows + 1)}`],
  ])('is refused as a whole with %s', (_what, csv) => {
    expect(() => readImport(csv)).toThrow('accounts.import-unreadable');
  });
});
