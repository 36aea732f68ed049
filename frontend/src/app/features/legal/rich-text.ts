import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { parseMarkdown } from './markdown';

/** Renders parsed Markdown with Angular's own elements: no HTML string, nothing to sanitise. */
@Component({
  selector: 'cal-rich-text',
  imports: [NgTemplateOutlet, RouterLink],
  templateUrl: './rich-text.html',
  styles: `
    :host {
      display: grid;
      gap: 14px;
      max-width: 72ch;
      line-height: 1.7;
    }
    h2 {
      margin-top: 20px;
    }
    h3 {
      margin-top: 8px;
    }
    ul,
    ol {
      display: grid;
      gap: 6px;
      padding-left: 1.4em;
    }
    li::marker {
      color: var(--mat-sys-gold-ink);
      font-weight: 600;
    }
  `,
})
export class RichText {
  readonly text = input.required<string>();
  protected readonly blocks = computed(() => parseMarkdown(this.text()));
}
