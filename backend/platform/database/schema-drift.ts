import type { DataSource } from 'typeorm';

/** The statements that would make the tables equal the entities; empty when nothing drifted. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const plan = await dataSource.driver.createSchemaBuilder().log();
  return plan.upQueries.map((query) => query.query);
}
