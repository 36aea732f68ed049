import { Injectable } from '@nestjs/common';
import type { ErasureBlocker } from '@calmness/contracts';
import { DomainError } from '@calmness/platform/errors';
import type { Uuid } from '@calmness/platform/ids';
import { ConfirmPassword } from '../../access/application/confirm-password';
import { FindBlockers } from './find-blockers';
import { ScheduleErasure } from './schedule-erasure';

export interface RequestErasureCommand {
  memberId: Uuid;
  password: string;
  /** Gives up what the waivable blockers protect. */
  giveUpAccess: boolean;
}

/** A member asks to be forgotten. */
@Injectable()
export class RequestErasure {
  constructor(
    private readonly confirmPassword: ConfirmPassword,
    private readonly blockers: FindBlockers,
    private readonly schedule: ScheduleErasure,
  ) {}

  /** @throws DomainError accounts.erasure-blocked with the codes that remain, and what confirming the password throws */
  async execute({ memberId, password, giveUpAccess }: RequestErasureCommand): Promise<void> {
    await this.confirmPassword.execute(memberId, password);
    const left = standing(await this.blockers.execute(memberId), giveUpAccess);
    if (left.length > 0) {
      const codes = left.map(({ code }) => code);
      throw new DomainError('accounts.erasure-blocked', { blockers: codes }, 'conflict');
    }
    await this.schedule.execute({ memberId, by: { origin: 'member' }, gaveUpAccess: giveUpAccess });
  }
}

/** The blockers that are left when the member gave up what he may give up. */
export function standing(blockers: readonly ErasureBlocker[], gaveUpAccess: boolean): ErasureBlocker[] {
  return blockers.filter(({ waivable }) => !(waivable && gaveUpAccess));
}
