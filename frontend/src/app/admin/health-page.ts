import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiPowerPlugOffOutline } from '@mdi/js';
import type { AdapterState, HealthReady } from '@calmness/contracts';
import { valueOf } from '../core/http/resource-values';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Formats } from '../core/i18n/formats';
import { Chip } from '../ui/chip';
import { Faces } from '../ui/faces';
import { PageHeader } from '../ui/page-header';
import type { Tone } from '../ui/tone';
import { adminTexts } from './admin-texts';

const looks: Record<AdapterState, { tone: Tone; icon: string }> = {
  enabled: { tone: 'success', icon: mdiCheckCircleOutline },
  disabled: { tone: 'neutral', icon: mdiPowerPlugOffOutline },
  failing: { tone: 'error', icon: mdiAlertCircleOutline },
};

/** What answers, what does not, and what nobody switched on. */
@Component({
  selector: 'cal-health-page',
  imports: [Chip, Faces, MatButton, PageHeader],
  template: `
    <div class="stack page">
      <cal-page-header [heading]="words().titles.adminHealth" [lead]="t().health.lead">
        <button matButton="outlined" type="button" (click)="answer.reload()">
          {{ words().actions.reload }}
        </button>
      </cal-page-header>
      <cal-faces [of]="answer" [count]="4">
        <ul role="list" class="stack-tight">
          @for (line of lines(); track line.name) {
            <li class="card row row-apart">
              <span class="two-lines">
                <strong>{{ line.name }}</strong>
                <span class="muted">{{ line.detail }}</span>
              </span>
              <cal-chip [tone]="looks[line.state].tone" [icon]="looks[line.state].icon">{{
                line.word
              }}</cal-chip>
            </li>
          }
        </ul>
      </cal-faces>
    </div>
  `,
})
export class HealthPage {
  protected readonly t = useTexts(adminTexts);
  protected readonly words = useTexts(coreTexts);
  private readonly formats = inject(Formats);
  protected readonly looks = looks;
  protected readonly answer = httpResource<HealthReady>(() => '/api/health/ready');
  private readonly health = valueOf(this.answer);

  protected readonly lines = computed(() => {
    const health = this.health();
    const t = this.t().health;
    if (!health) {
      return [];
    }
    const part = (name: string, ok: boolean, detail: string, silent = t.failing) => ({
      name,
      detail,
      state: ok ? ('enabled' as const) : ('failing' as const),
      word: ok ? t.ok : silent,
    });
    return [
      part(t.database, health.database === 'ok', 'PostgreSQL'),
      part(t.queues, health.queues === 'ok', health.queue_backend),
      part(t.worker, health.worker === 'ok', this.lastSign(health.worker_seen_at), t.silent),
      part(t.scheduler, health.scheduler === 'ok', this.lastSign(health.scheduler_seen_at), t.silent),
      ...health.adapters.map(({ name, state, detail }) => ({
        name: t.adapters[name] ?? name,
        ...{ state, detail, word: t.states[state] },
      })),
    ];
  });

  private lastSign(seen: string | null): string {
    return seen ? `${this.t().health.lastSign} ${this.formats.instant(seen)} ${this.formats.zoneCity()}` : '';
  }
}
