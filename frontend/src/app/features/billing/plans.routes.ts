import { Routes } from '@angular/router';
export const plansRoutes: Routes = [];
