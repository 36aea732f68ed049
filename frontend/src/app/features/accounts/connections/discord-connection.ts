import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DiscordConnection, DiscordFailure } from '@calmness/contracts';
import { useTexts } from '../../../core/i18n/feature-texts';
import { FailureNote } from '../../../ui/failure-note';
import { Note } from '../../../ui/note';
import { WaitButton } from '../../../ui/wait-button';
import { connectionsTexts } from '../accounts-texts';
import { Attempt } from './attempt';
import { ConnectionRow, stateOf } from './connection-row';
import { ConnectionsStore } from './connections-store';
import { UnlinkQuestion } from './unlink-question';

/** Discord: the browser goes there, its person agrees, and it comes back. */
@Component({
  selector: 'cal-discord-connection',
  imports: [ConnectionRow, FailureNote, MatButton, Note, WaitButton],
  templateUrl: './discord-connection.html',
})
export class DiscordConnectionPart {
  readonly connection = input.required<DiscordConnection>();
  readonly failed = input<DiscordFailure>();
  private readonly store = inject(ConnectionsStore);
  private readonly question = inject(UnlinkQuestion);
  private readonly document = inject(DOCUMENT);
  protected readonly t = useTexts(connectionsTexts);
  protected readonly attempt = new Attempt();
  protected readonly state = computed(() => stateOf(this.connection().account));
  protected readonly wants = computed(() => this.state() !== 'connected');

  protected begin(): Promise<void> {
    return this.attempt.run(async () => {
      this.document.location.assign(await this.store.startDiscord());
    });
  }

  protected end(): Promise<void> {
    return this.attempt.run(() =>
      this.question.ask('Discord', this.t().discord.confirmBody, () => this.store.unlink('discord')),
    );
  }
}
