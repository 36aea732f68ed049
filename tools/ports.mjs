import { connect, createServer } from 'node:net';

/** A port nobody listens on: the preferred one when it is free. */
export async function freePort(preferred = 0) {
  const port = await tryListening(preferred);
  return port ?? (await tryListening(0));
}

/** Whether somebody answers there, or listens in a way that would keep us from it. */
export async function portIsTaken(port) {
  return (await somebodyAnswers(port)) || (await tryListening(port)) === undefined;
}

function tryListening(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const chosen = probe.address().port;
      probe.close(() => resolve(chosen));
    });
  });
}

function somebodyAnswers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 500 });
    const answer = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}
