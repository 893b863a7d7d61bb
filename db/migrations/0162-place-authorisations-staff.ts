/** Staff belong to no company when the operator asks for their place. */
import { nullable } from './alter.ts';
import { ID } from './table.ts';

export const placeAuthorisationsStaff = nullable('place_authorisations', 'company_id', ID);
