import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Reads one line without echoing it; from a pipe it reads the first line. */
export async function readSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  try {
    const answer = await terminal.question('');
    process.stderr.write('\n');
    return answer;
  } finally {
    terminal.close();
  }
}
