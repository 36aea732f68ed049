import { stringify } from 'csv-stringify/sync';
import { presentMemberRow } from '../application/member-row';
import type { ListedMember } from '../persistence/member-list.repository';

const columns = [
  ...['id', 'email', 'first_name', 'last_name', 'roles', 'is_verified', 'state', 'created_at'],
  ...['last_seen_at', 'access_ends_on', 'labels'],
];

/** One line after the other, for a spreadsheet: semicolons, a byte order mark, no cell that runs as a formula. */
export async function* memberCsv(members: AsyncIterable<ListedMember>): AsyncGenerator<string> {
  yield `\uFEFF${stringify([columns], { delimiter: ';' })}`;
  for await (const member of members) {
    const row = presentMemberRow(member);
    const cells = {
      ...row,
      roles: row.roles.join(' '),
      labels: row.labels.map(({ name }) => name).join(', '),
    };
    yield stringify([cells], { columns, delimiter: ';', escape_formulas: true, cast: { boolean: String } });
  }
}
