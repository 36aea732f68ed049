import { migrations } from '@calmness/migrations';

export type Migrations = typeof migrations;

/** Every migration, for a specification that plants rows half-way and then goes on. */
export const everyMigration: Migrations = migrations;

/** The migrations that ran before the one whose class begins with a name: the academy as it was then. */
export function migrationsBefore(name: string): Migrations {
  return migrations.slice(
    0,
    migrations.findIndex((migration) => migration.name.startsWith(name)),
  );
}
