import type { DataSourceOptions } from 'typeorm';
import type { Config } from '@calmness/platform/config';

/**
 * How every process speaks to PostgreSQL. Statements are never logged: their parameters are
 * members' addresses and names.
 */
export function dataSourceOptions(config: Config): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    synchronize: false,
    logging: false,
    poolSize: config.databasePool,
    extra: { application_name: 'calmness' },
  };
}
