/** When an administrator of the company was owed word of an applicant who consented to it (decided.md, Registration). */
import { column } from './alter.ts';
import { AT } from './table.ts';

export const registrationsAdministratorTold = column('registrations', 'administrator_told_at', `${AT} NULL`);
