/** Something the person at the keyboard can mend: printed as one line, without a stack. */
export class Failure extends Error {}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Ends the process with one readable line; an unexpected error keeps its stack, it is our bug. */
export function reportAndExit(error) {
  process.stderr.write(`${error instanceof Failure ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
