import type { DataSource } from 'typeorm';
import type { Uuid } from '@calmness/events';
import type { Transaction } from '@calmness/platform/database';
import type { PersonalTable } from './personal-data';

/** What becomes of one table when a person asks for his data, and when he goes. All names are constants. */
export interface PersonalTableRule {
  table: string;
  /** Condition that finds the member's rows; `$1` is his id. `member_id = $1` when left out. */
  whose?: string;
  /** Columns the member is given, in this order; none when the table says nothing he would read. */
  shows: readonly string[];
  /** Columns he is not given: secrets, and links between our own rows. */
  hides: readonly string[];
  /** Rows go, stay as they are, or stay with these columns changed (SQL `SET`, optional condition). */
  erase: 'delete' | 'keep' | { set: string; where?: string };
  /** Why the rows, or what is left of them, stay; the law's article where there is one. */
  because?: string;
}

/** The personal tables of one schema, in the order their rows may be deleted. */
export class PersonalTables {
  /** @param impersonal tables that hold nothing about a person, each with what it is */
  constructor(
    private readonly schema: string,
    private readonly rules: readonly PersonalTableRule[],
    private readonly impersonal: Readonly<Record<string, string>>,
  ) {}

  async read(dataSource: DataSource, memberId: Uuid): Promise<PersonalTable[]> {
    const shown = this.rules.filter((rule) => rule.shows.length > 0);
    return Promise.all(
      shown.map(async (rule) => {
        const rows = await dataSource.query<{ row: Record<string, unknown> }[]>(
          `SELECT row_to_json(shown) AS row FROM
             (SELECT ${rule.shows.join(', ')} FROM ${this.schema}.${rule.table}
               WHERE ${whoseOf(rule)} ORDER BY 1) AS shown`,
          [memberId],
        );
        return { name: rule.table, rows: rows.map(({ row }) => row) };
      }),
    );
  }

  async erase(tx: Transaction, memberId: Uuid): Promise<void> {
    for (const { table, erase, ...rule } of this.rules) {
      const name = `${this.schema}.${table}`;
      if (erase === 'keep') continue;
      if (erase === 'delete') await tx.query(`DELETE FROM ${name} WHERE ${whoseOf(rule)}`, [memberId]);
      else {
        const which = erase.where ? ` AND ${erase.where}` : '';
        await tx.query(`UPDATE ${name} SET ${erase.set} WHERE ${whoseOf(rule)}${which}`, [memberId]);
      }
    }
  }

  /** `table.column` of everything nobody decided about; a spec keeps it empty. */
  async undecided(dataSource: DataSource): Promise<string[]> {
    const columns = await dataSource.query<{ table: string; column: string }[]>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
        WHERE table_schema = $1 ORDER BY 1, 2`,
      [this.schema],
    );
    const decided = new Set(
      this.rules.flatMap((rule) => [...rule.shows, ...rule.hides].map((column) => `${rule.table}.${column}`)),
    );
    return columns
      .filter(({ table }) => !(table in this.impersonal))
      .map(({ table, column }) => `${table}.${column}`)
      .filter((name) => !decided.has(name));
  }
}

function whoseOf({ whose = 'member_id = $1' }: Pick<PersonalTableRule, 'whose'>): string {
  return whose;
}
