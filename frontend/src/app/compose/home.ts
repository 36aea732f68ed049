import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountHeartOutline, mdiSchoolOutline, mdiScaleBalance, mdiViewDashboardOutline } from '@mdi/js';
import { useTexts } from '../core/i18n/feature-texts';
import { Session } from '../core/session/session';
import { PlanGrid } from '../features/billing/plan-grid';
import { Icon } from '../ui/icon';
import { RiskNotice } from '../ui/risk-notice';
import { homeTexts } from './home-texts';

@Component({
  selector: 'cal-home',
  imports: [Icon, MatButton, PlanGrid, RiskNotice, RouterLink],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  protected readonly session = inject(Session);
  protected readonly t = useTexts(homeTexts);
  protected readonly offerIcons = [
    mdiSchoolOutline,
    mdiScaleBalance,
    mdiAccountHeartOutline,
    mdiViewDashboardOutline,
  ];
  protected readonly rings = [70, 130, 190, 250, 310, 370, 430, 490];
}
