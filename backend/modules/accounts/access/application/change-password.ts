import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { assertStrongPassword } from '../domain/password';
import { ChoosePassword } from './choose-password';
import { ConfirmPassword } from './confirm-password';
import { PasswordHasher } from './password-hasher';

export interface ChangePasswordCommand {
  memberId: Uuid;
  sessionId: Uuid;
  current: string;
  chosen: string;
}

/** A member replaces his password; every other session ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmPassword: ConfirmPassword,
    private readonly hasher: PasswordHasher,
    private readonly choosePassword: ChoosePassword,
  ) {}

  /** @throws DomainError accounts.password-too-weak on `new_password`, and what confirming throws */
  async execute({ memberId, sessionId, current, chosen }: ChangePasswordCommand): Promise<void> {
    const member = await this.confirmPassword.execute(memberId, current, 'current_password');
    assertStrongPassword(chosen, member.email, 'new_password');
    const passwordHash = await this.hasher.hash(chosen);
    await this.unitOfWork.run((tx) => this.choosePassword.execute(tx, memberId, passwordHash, sessionId));
  }
}
