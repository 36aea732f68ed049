import { Routes } from '@angular/router';
export const legalRoutes: Routes = [];
