import { Routes } from '@angular/router';
export const memberRoutes: Routes = [];
