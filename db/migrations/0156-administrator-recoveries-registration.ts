/** The registration whose applicant is to administer, where nobody of the company asked for it (WF-01). */
import { column } from './alter.ts';
import { ID } from './table.ts';

export const administratorRecoveriesRegistration = column(
  'administrator_recoveries',
  'registration_id',
  `${ID} NULL, ADD KEY administrator_recoveries_registration (registration_id)`,
);
