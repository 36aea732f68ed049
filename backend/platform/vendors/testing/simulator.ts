import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { testExtras } from '@calmness/platform/testing';

interface Simulator {
  port: number;
  smtpPort: number;
}

/** What the simulator counted: requests by operation and status, violations by code, `(soft)` for bad manners. */
export interface SimulatorReport {
  requests: number;
  ops: Record<string, Record<string, number>>;
  violations: Record<string, number>;
  duplicate_sends: number;
  unimplemented: string[];
}

export interface RunningSimulator {
  base: string;
  smtpPort: number;
  /** What the vendor would not have let through, or would have resented; the whole count goes to the error stream. */
  complaints(family: string): Promise<{ violations: string[]; duplicates: number }>;
  /** `POST /__control/<path>`; a GET without a body. */
  control<T = unknown>(path: string, body?: unknown): Promise<T>;
}

const location = testExtras.simulator;

/** Says aloud that the second opinion was not asked for. */
export function hasSimulator(family: string): boolean {
  const found = location !== undefined && existsSync(location);
  if (!found) {
    const why = location ? 'CALMNESS_VENDOR_SIMULATOR names no file' : 'CALMNESS_VENDOR_SIMULATOR is not set';
    process.stderr.write(`\n!!! SKIPPED: ${family} was not tried against a vendor simulator: ${why}\n\n`);
  }
  return found;
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
  const complaints = async (family: string) => {
    const report = await control<SimulatorReport>('report');
    process.stderr.write(`\n${family}, by the simulator: ${JSON.stringify(report)}\n\n`);
    return { violations: Object.keys(report.violations), duplicates: report.duplicate_sends };
  };
  return { base, smtpPort, control, complaints };
}
