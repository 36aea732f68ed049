import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Theme } from '../core/theme/theme';
import { dataTable } from './data-table';
import type { Tone } from './tone';

export interface ChartSeries {
  name: string;
  tone: Extract<Tone, 'success' | 'error' | 'info' | 'neutral' | 'gold' | 'warning'>;
  values: readonly number[];
}
/** One row of the table twin: its name, then what each column says. */
export interface ChartRow {
  name: string;
  cells: readonly string[];
}
export interface ChartDrawing {
  destroy(): void;
}

/**
 * Stacked bars with a summary in words and a table twin: who cannot see the picture misses nothing. The drawing library
 * is fetched when the first chart is shown.
 */
@Component({
  selector: 'cal-figure-chart',
  imports: [...dataTable],
  template: `
    <figure class="card stack-tight">
      <figcaption>
        <h2>{{ heading() }}</h2>
        <p class="muted">{{ summary() }}</p>
      </figcaption>
      <div class="drawing" [style.height.px]="height()" aria-hidden="true"><canvas #canvas></canvas></div>
      <details>
        <summary>{{ tableLabel() }}</summary>
        <div class="scroll" tabindex="0" role="group" [attr.aria-label]="heading()">
          <table calTable [attr.aria-label]="heading()">
            <thead calRows>
              <tr calRow>
                @for (column of columns(); track column) {
                  <th calHead>{{ column }}</th>
                }
              </tr>
            </thead>
            <tbody calRows>
              @for (row of rows(); track row.name) {
                <tr calRow>
                  <td [calCell]="columns()[0] ?? ''">{{ row.name }}</td>
                  @for (cell of row.cells; track $index) {
                    <td class="number" [calCell]="columns()[$index + 1] ?? ''">{{ cell }}</td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .drawing {
      position: relative;
      min-width: 0;
    }
    .scroll {
      max-height: 360px;
      margin-top: 8px;
      overflow: auto;
    }
    summary {
      width: fit-content;
      min-height: 28px;
      cursor: pointer;
      color: var(--mat-sys-gold-ink);
      font-weight: 500;
    }
  `,
})
export class FigureChart {
  readonly heading = input.required<string>();
  readonly summary = input('');
  readonly tableLabel = input.required<string>();
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly ChartRow[]>();
  readonly labels = input.required<readonly string[]>();
  readonly series = input.required<readonly ChartSeries[]>();
  /** Bars lie down where their names are long. */
  readonly lying = input(false);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly theme = inject(Theme);
  private readonly systemDark = signal(false);
  private drawing: ChartDrawing | undefined;
  private turn = 0;
  protected readonly height = computed(() => (this.lying() ? 64 + this.labels().length * 34 : 240));

  constructor() {
    this.followSystem();
    afterRenderEffect(() => {
      // Read so that both themes are drawn anew.
      this.theme.choice();
      this.systemDark();
      const asked = { labels: this.labels(), series: this.series(), lying: this.lying() };
      void this.draw(this.canvas().nativeElement, asked);
    });
    inject(DestroyRef).onDestroy(() => {
      this.turn += 1;
      this.drawing?.destroy();
    });
  }

  private followSystem(): void {
    const query = inject(DOCUMENT).defaultView?.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      this.systemDark.set(query?.matches ?? false);
    };
    follow();
    query?.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => query?.removeEventListener('change', follow));
  }

  private async draw(
    canvas: HTMLCanvasElement,
    asked: { labels: readonly string[]; series: readonly ChartSeries[]; lying: boolean },
  ): Promise<void> {
    const turn = ++this.turn;
    const { drawBars } = await import('./bar-drawing');
    if (turn !== this.turn) {
      return;
    }
    this.drawing?.destroy();
    this.drawing = drawBars(canvas, asked);
  }
}
