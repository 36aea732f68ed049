import { pathToFileURL } from 'node:url';

interface Simulator {
  port: number;
  smtpPort: number;
}

/** What the simulator found wrong with how it was spoken to. */
export interface SimulatorReport {
  violations?: { code: string; where?: string; message?: string; soft?: boolean; behaviour?: boolean }[];
  [counted: string]: unknown;
}

export interface RunningSimulator {
  base: string;
  smtpPort: number;
  /** `POST /__control/<path>`; a GET without a body. */
  control<T = unknown>(path: string, body?: unknown): Promise<T>;
}

/** Where a vendor simulator lies on this machine; none is part of the house. */
const location = process.env['CALMNESS_VENDOR_SIMULATOR'];

/** Says aloud that the second opinion was not asked for. */
export function hasSimulator(family: string): boolean {
  if (!location) {
    process.stderr.write(
      `\n!!! SKIPPED: ${family} was not tried against a vendor simulator (CALMNESS_VENDOR_SIMULATOR is not set)\n\n`,
    );
  }
  return location !== undefined;
}

let running: Promise<RunningSimulator> | undefined;

/** One simulator for the process. */
export function startSimulator(): Promise<RunningSimulator> {
  running ??= open();
  return running;
}

async function open(): Promise<RunningSimulator> {
  const { start } = (await import(/* @vite-ignore */ pathToFileURL(location ?? '').href)) as {
    start(options?: { port?: number; smtpPort?: number }): Simulator | Promise<Simulator>;
  };
  const { port, smtpPort } = await start({});
  const base = `http://127.0.0.1:${port}`;
  const control = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${base}/__control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`simulator ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  return { base, smtpPort, control };
}
