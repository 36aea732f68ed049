import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface TestServer {
  /** Its administration database. */
  url: string;
  /** A fast shutdown: sessions are cut, the port refuses. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and deletes its files. */
  remove(): Promise<void>;
}

/** A PostgreSQL server of its own, for a test that stops it: the run's cluster belongs to all tests. */
export async function startTestServer(): Promise<TestServer> {
  const child = fork(fileURLToPath(new URL('../../../tools/postgres-child.mjs', import.meta.url)));
  const [url] = (await once(child, 'message')) as [string];
  const order = async (word: 'pause' | 'resume'): Promise<void> => {
    child.send(word);
    await once(child, 'message');
  };
  return {
    url,
    stop: () => order('pause'),
    start: () => order('resume'),
    remove: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
