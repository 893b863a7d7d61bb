/** Forms as they are served and filled in; each is checked once a process when it is read. */
import type { Knex } from 'knex';
import type { Registry } from '../../domain/application.ts';
import type { RegistrationForm } from '../../domain/registration-form.ts';
import { formFaults, unknownApplications } from '../../domain/registration-form.ts';

export interface FoundForm {
  readonly id: string;
  readonly brandId: string;
  readonly brandKey: string;
  readonly brandName: string;
  readonly key: string;
  readonly form: RegistrationForm;
}

interface FormRow {
  readonly id: string;
  readonly brand_id: string;
  readonly brand_key: string;
  readonly brand_name: string;
  readonly form_key: string;
  readonly definition: string;
}

const known = new Map<string, RegistrationForm>();

/** Every form that can be filled in now, of one brand or of all, by key. */
export async function openForms(knex: Knex, brandKey: string | null): Promise<readonly FoundForm[]> {
  const rows = (await forms(knex)
    .whereNull('f.closed_at')
    .modify((query) => {
      if (brandKey !== null) void query.where('b.brand_key', brandKey);
    })
    .orderBy('f.form_key')) as FormRow[];
  return rows.map(formFrom);
}

/** What is wrong with the forms that can be filled in now, each fault with its form; asked once, when a process starts. */
export async function formsAtFault(knex: Knex, registry: Registry): Promise<readonly string[]> {
  const rows = (await forms(knex).whereNull('f.closed_at').orderBy('f.form_key')) as FormRow[];
  return rows.flatMap(({ form_key: key, definition }) => {
    const form = JSON.parse(definition) as RegistrationForm;
    const unknown = unknownApplications(form, (application) => registry.has(application));
    const faults = [...formFaults(form), ...unknown.map((each) => `no application is called ${each}`)];
    return faults.map((fault) => `the form ${key}: ${fault}`);
  });
}

/** The form of that key that can be filled in now, or null. */
export async function openFormByKey(knex: Knex, key: string): Promise<FoundForm | null> {
  const row = await forms(knex)
    .where('f.form_key', key)
    .whereNull('f.closed_at')
    .first<FormRow | undefined>();
  return row === undefined ? null : formFrom(row);
}

/** The form of a case, whether or not it is still offered. Throws when there is none. */
export async function formById(knex: Knex, id: string): Promise<FoundForm> {
  const row = await forms(knex).where('f.id', id).first<FormRow | undefined>();
  if (row === undefined) throw new Error(`no registration form ${id}`);
  return formFrom(row);
}

function forms(knex: Knex): Knex.QueryBuilder {
  return knex('registration_forms as f')
    .join('brands as b', 'b.id', 'f.brand_id')
    .select('f.id', 'f.brand_id', 'f.form_key', 'f.definition')
    .select('b.brand_key', 'b.name as brand_name');
}

function formFrom(row: FormRow): FoundForm {
  const form = known.get(row.id) ?? checkedForm(row);
  known.set(row.id, form);
  return {
    id: row.id,
    brandId: row.brand_id,
    brandKey: row.brand_key,
    brandName: row.brand_name,
    key: row.form_key,
    form,
  };
}

function checkedForm({ form_key, definition }: FormRow): RegistrationForm {
  const form = JSON.parse(definition) as RegistrationForm;
  const faults = formFaults(form);
  if (faults.length > 0) throw new Error(`the form ${form_key} is at fault: ${faults.join('; ')}`);
  return form;
}
