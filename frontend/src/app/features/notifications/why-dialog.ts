import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { WhyView } from '@calmness/contracts';
import { valueOf } from '../../core/http/resource-values';
import { useTexts } from '../../core/i18n/feature-texts';
import { Faces } from '../../ui/faces';
import { ChannelStories } from './channel-stories';
import { deliveryTexts } from './delivery-texts';
import { notificationsTexts } from './notifications-texts';

export interface WhyQuestion {
  id: string;
  title: string;
}

/** Why a message came, and why not by the other ways. */
@Component({
  selector: 'cal-why-dialog',
  imports: [
    ChannelStories,
    Faces,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    RouterLink,
  ],
  template: `
    <h2 matDialogTitle>{{ t().title }}</h2>
    <mat-dialog-content>
      <p class="about">{{ asked.title }}</p>
      <cal-faces [of]="answer" [count]="2">
        @if (why(); as why) {
          <div class="stack-tight">
            <p>{{ t().about(words().categories[why.category]) }} {{ t().lead }}</p>
            <cal-channel-stories [stories]="why.channels" />
          </div>
        }
      </cal-faces>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <a matButton="text" routerLink="/user/notifications/preferences" matDialogClose>{{ t().choose }}</a>
      <button matButton="outlined" type="button" matDialogClose>{{ t().close }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .about {
      margin-bottom: 12px;
      font-weight: 600;
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class WhyDialog {
  protected readonly asked = inject<WhyQuestion>(MAT_DIALOG_DATA);
  private readonly texts = useTexts(notificationsTexts);
  protected readonly t = (): ReturnType<typeof this.texts>['why'] => this.texts().why;
  protected readonly words = useTexts(deliveryTexts);
  protected readonly answer = httpResource<WhyView>(() => `/api/notifications/${this.asked.id}/why`);
  protected readonly why = valueOf(this.answer);
}
