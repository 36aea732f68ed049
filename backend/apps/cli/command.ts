import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@calmness/platform/config';

export type CommandOptions = Record<string, string | boolean | undefined>;

export interface CommandScene {
  config: Config;
  options: CommandOptions;
  /** The composed application, built on first use: migrations run before it can exist. */
  app(): Promise<INestApplicationContext>;
  /** What a worker is made of, at a standstill: handlers, ticks and subjects, nothing running. */
  engine(): Promise<INestApplicationContext>;
  /** One line for the person at the terminal. */
  say(line: string): void;
}

/** One verb of the command line, `module:verb`. */
export interface Command {
  name: string;
  summary: string;
  run(scene: CommandScene): Promise<void>;
}

/** @throws Error telling which option is missing */
export function requiredOption(options: CommandOptions, name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '') throw new Error(`--${name} is missing`);
  return value;
}
