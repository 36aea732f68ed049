import { Routes } from '@angular/router';
import { invoicesRoutes, paymentsRoutes } from '../features/billing/billing.routes';

export const memberRoutes: Routes = [
  { path: 'payments', children: paymentsRoutes },
  { path: 'invoices', children: invoicesRoutes },
];
