import { Injectable } from '@nestjs/common';
import type { Uuid } from '@calmness/platform/ids';
import { DemoPeople } from '../../application/demo-people';
import { jeanDupont } from '../../application/demo-profile';

/** The seeds' `create_test_user`: Jean Dupont, complete and verified. Idempotent. */
@Injectable()
export class CreateTestUser {
  constructor(private readonly people: DemoPeople) {}

  /** @throws Error in production */
  async execute(): Promise<{ memberId: Uuid; email: string }> {
    return { memberId: await this.people.register(jeanDupont), email: jeanDupont.email };
  }
}
