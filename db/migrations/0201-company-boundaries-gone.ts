/** A boundary is a holding of the company since `0172-holdings`. */
import { companyBoundaries } from './0143-company-boundaries.ts';
import { gone } from './table.ts';

export const companyBoundariesGone = gone(companyBoundaries);
