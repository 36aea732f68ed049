import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiArrowDown, mdiArrowUp, mdiWalletOutline } from '@mdi/js';
import type { WalletView } from '@calmness/contracts';
import { valueOf } from '../core/http/resource-values';
import { coreTexts } from '../core/i18n/core-texts';
import { useTexts } from '../core/i18n/feature-texts';
import { Formats } from '../core/i18n/formats';
import { dataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Faces } from '../ui/faces';
import { Icon } from '../ui/icon';
import { Moment } from '../ui/moment';
import { Money } from '../ui/money';
import { Note } from '../ui/note';
import { PageHeader } from '../ui/page-header';
import { walletTexts } from './wallet-texts';

/** The wallet as a statement: what is owed to the member, line by line, with the document that proves it. */
@Component({
  selector: 'cal-wallet-page',
  imports: [EmptyState, Faces, Icon, MatButton, Moment, Money, Note, PageHeader, RouterLink, ...dataTable],
  template: `
    <div class="stack">
      <cal-page-header [heading]="core().titles.wallet" [lead]="t().lead" />
      <cal-faces [of]="answer" [count]="4">
        @if (billing(); as wallet) {
          <div class="stack">
            <section class="card stack-tight" aria-labelledby="balance">
              <h2 id="balance">{{ t().balance }}</h2>
              <p class="balance"><cal-money [cents]="wallet.balance_cents" /></p>
              @if (wallet.balance_cents > 0) {
                <p class="muted">{{ t().balanceHint }}</p>
              }
            </section>
            @if (wallet.deposits.length > 0) {
              <section class="card stack-tight" aria-labelledby="deposits">
                <h2 id="deposits">{{ t().deposits }}</h2>
                <p class="muted">{{ t().depositsLead }}</p>
                <ul role="list" class="stack-tight">
                  @for (deposit of wallet.deposits; track deposit.invoice_id) {
                    <li class="row">
                      <span>{{ t().depositLine(deposit.number, formats.day(deposit.issue_date)) }}</span>
                      <cal-money [cents]="deposit.amount_cents" />
                    </li>
                  }
                </ul>
              </section>
            }
            @if (wallet.movements.length === 0) {
              <cal-empty-state [icon]="icons.wallet" [title]="t().empty" [reason]="t().emptyReason">
                <a matButton="filled" routerLink="/user/payments">{{ t().toPayments }}</a>
              </cal-empty-state>
            } @else {
              <div class="table-card">
                <table calTable [attr.aria-label]="t().movements">
                  <thead calRows>
                    <tr calRow>
                      <th calHead>{{ t().columns.date }}</th>
                      <th calHead>{{ t().columns.kind }}</th>
                      <th calHead>{{ t().columns.document }}</th>
                      <th calHead class="number">{{ t().columns.amount }}</th>
                      <th calHead class="number">{{ t().columns.balance }}</th>
                    </tr>
                  </thead>
                  <tbody calRows>
                    @for (line of wallet.movements; track line.id) {
                      <tr calRow>
                        <td [calCell]="t().columns.date" class="first"><cal-moment [at]="line.at" /></td>
                        <td [calCell]="t().columns.kind">
                          <span class="row">
                            <cal-icon [path]="line.amount_cents > 0 ? icons.up : icons.down" />
                            {{ t().kinds[line.kind] }}
                          </span>
                        </td>
                        <td [calCell]="t().columns.document">
                          @if (line.document_number) {
                            <a routerLink="/user/invoices">{{ line.document_number }}</a>
                          } @else {
                            —
                          }
                        </td>
                        <td [calCell]="t().columns.amount" class="number strong">
                          {{ line.amount_cents > 0 ? '+' : '' }}<cal-money [cents]="line.amount_cents" />
                        </td>
                        <td [calCell]="t().columns.balance" class="number">
                          <cal-money [cents]="line.balance_cents" />
                        </td>
                      </tr>
                    }
                  </tbody>
                </table>
              </div>
            }
          </div>
        } @else {
          <cal-note tone="warning">{{ t().absent }}</cal-note>
        }
      </cal-faces>
    </div>
  `,
  styles: `
    .balance {
      font-size: 2rem;
      font-weight: 700;
      line-height: 1.2;
    }
    li.row {
      justify-content: space-between;
    }
  `,
})
export class WalletPage {
  protected readonly formats = inject(Formats);
  protected readonly t = useTexts(walletTexts);
  protected readonly core = useTexts(coreTexts);
  protected readonly icons = { wallet: mdiWalletOutline, up: mdiArrowUp, down: mdiArrowDown };
  protected readonly answer = httpResource<WalletView>(() => '/api/auth/user/wallet');
  private readonly wallet = valueOf(this.answer);
  protected readonly billing = computed(() => this.wallet()?.sections.billing);
}
