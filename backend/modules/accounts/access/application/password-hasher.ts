import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** Argon2id with the library's defaults (19 MiB, two passes), the OWASP minimum. */
@Injectable()
export class PasswordHasher {
  private nobody?: Promise<string>;

  hash(password: string): Promise<string> {
    return hash(password);
  }

  /** Costs the same whether or not there is a member: `undefined` never matches. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    this.nobody ??= hash(randomBytes(32));
    const equal = await verify(passwordHash ?? (await this.nobody), password);
    return equal && passwordHash !== undefined;
  }
}
