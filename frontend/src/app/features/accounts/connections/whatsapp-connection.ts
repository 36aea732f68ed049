import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, pattern, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { WhatsAppConnection } from '@calmness/contracts';
import { Toasts } from '../../../core/feedback/toasts';
import { focusFirstError, Submission } from '../../../core/forms/submission';
import { useTexts } from '../../../core/i18n/feature-texts';
import { keepFresh } from '../../../core/live/keep-fresh';
import { FailureNote } from '../../../ui/failure-note';
import { Control, Field } from '../../../ui/field';
import { PhoneControl } from '../../../ui/phone-control';
import { TickField } from '../../../ui/tick-field';
import { WaitButton } from '../../../ui/wait-button';
import { connectionsTexts } from '../accounts-texts';
import { Attempt } from './attempt';
import { ConnectionRow } from './connection-row';
import type { ConnectionState } from './connection-row';
import { ConnectionsStore } from './connections-store';
import { UnlinkQuestion } from './unlink-question';

/** How often the page looks whether an answer from the phone proved the number. */
const lookEveryMs = 5_000;

/** WhatsApp: a number, the words agreed to, and the code that proves it. */
@Component({
  selector: 'cal-whatsapp-connection',
  imports: [
    ConnectionRow,
    Control,
    FailureNote,
    Field,
    FormField,
    FormRoot,
    MatButton,
    PhoneControl,
    TickField,
    WaitButton,
  ],
  templateUrl: './whatsapp-connection.html',
  styles: `
    form {
      max-width: 460px;
    }
  `,
})
export class WhatsAppConnectionPart {
  readonly connection = input.required<WhatsAppConnection>();
  private readonly store = inject(ConnectionsStore);
  private readonly question = inject(UnlinkQuestion);
  private readonly toasts = inject(Toasts);
  protected readonly t = useTexts(connectionsTexts);
  protected readonly attempt = new Attempt();
  protected readonly submission = new Submission();
  /** The member wants another number than the one a code went to. */
  private readonly changing = signal(false);
  protected readonly pending = computed(() => (this.changing() ? null : this.connection().pending));
  protected readonly state = computed((): ConnectionState => {
    const { verified_at, pending } = this.connection();
    return verified_at ? 'connected' : pending ? 'waiting' : 'notConnected';
  });
  /** Follows the profile; what is read again and says the same takes nothing away from who types. */
  private readonly numberModel = linkedSignal({
    source: () => this.connection().number ?? '',
    computation: (number) => ({ number, agreed: false }),
  });
  protected readonly numberFields = form(
    this.numberModel,
    (path) => {
      required(path.number);
      validate(path.agreed, ({ value }) => (value() ? undefined : { kind: 'must_be_true' }));
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.send()),
        onInvalid: focusFirstError,
      },
    },
  );
  private readonly codeModel = signal({ code: '' });
  protected readonly codeFields = form(
    this.codeModel,
    (path) => {
      required(path.code);
      pattern(path.code, /^\s*\d{3}\s?\d{3}\s*$/);
    },
    {
      submission: {
        action: (tree) => this.submission.send(tree, () => this.verify()),
        onInvalid: focusFirstError,
      },
    },
  );

  constructor() {
    keepFresh(
      lookEveryMs,
      () => this.pending() !== null,
      () => this.store.reload(),
    );
    const wasWaiting = signal(false);
    effect(() => {
      const { verified_at, pending } = this.connection();
      if (verified_at && untracked(wasWaiting)) {
        this.toasts.show(untracked(this.t).whatsapp.verified, { tone: 'success' });
      }
      wasWaiting.set(pending !== null);
    });
  }

  protected change(): void {
    this.submission.clear();
    this.changing.set(true);
  }

  protected end(): Promise<void> {
    return this.attempt.run(() =>
      this.question.ask('WhatsApp', this.t().whatsapp.confirmBody, () => this.store.endWhatsApp()),
    );
  }

  private async send(): Promise<void> {
    await this.store.sendCode(this.numberModel().number);
    this.changing.set(false);
    this.codeModel.set({ code: '' });
    this.codeFields().reset();
    this.toasts.show(this.t().whatsapp.sent, { tone: 'success' });
  }

  private async verify(): Promise<void> {
    await this.store.verify(this.codeModel().code.trim());
  }
}
