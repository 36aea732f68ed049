import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastRegion } from './ui/toast-region';

@Component({
  selector: 'cal-root',
  imports: [RouterOutlet, ToastRegion],
  template: `
    <router-outlet />
    <cal-toast-region />
  `,
})
export class App {}
