import { Injectable } from '@nestjs/common';
import { ContactBook } from '@calmness/accounts';
import { Clock } from '@calmness/platform/clock';
import { RehearsingUnitOfWork } from '@calmness/platform/database';
import { Log } from '@calmness/platform/observability';
import { SubjectSources } from '@calmness/platform/subjects';
import { Announce } from '../../announcements/application/announce';
import { Preferences } from '../../preferences/application/preferences';
import { ReminderRepository } from '../persistence/reminder.repository';
import { RemindDue } from './remind-due';

/** `RemindDue` with every transaction taken back: says what it would do, and writes nothing. */
@Injectable()
export class RehearseDue extends RemindDue {
  constructor(
    unitOfWork: RehearsingUnitOfWork,
    reminders: ReminderRepository,
    contacts: ContactBook,
    subjects: SubjectSources,
    preferences: Preferences,
    announce: Announce,
    clock: Clock,
    log: Log,
  ) {
    super(unitOfWork, reminders, contacts, subjects, preferences, announce, clock, log);
  }
}
