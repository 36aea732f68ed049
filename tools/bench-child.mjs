import 'reflect-metadata';

/** One bench in its own process, so that none warms up or crowds out the next. */
const { run } = await import(process.env.CALMNESS_BENCH);
const rows = await run({
  databaseUrl: process.env.CALMNESS_TEST_DATABASE_URL,
  redisUrl: process.env.CALMNESS_TEST_REDIS_URL,
  dist: process.env.CALMNESS_TEST_DIST,
});
process.send({ rows }, () => process.exit(0));
