import { openThrowAwayCluster } from './postgres.mjs';
import { atEnd, supervise } from './processes.mjs';

/** A server of its own for a test that stops and starts it: says its URL, then obeys `pause` and `resume`. */
await supervise(async () => {
  const cluster = await openThrowAwayCluster({ fsync: 'off', shared_buffers: '32MB' });
  atEnd(cluster.stop);
  process.on('message', async (order) => {
    await cluster[order]();
    process.send(order);
  });
  process.send(cluster.url('postgres'));
  await new Promise(() => undefined);
});
