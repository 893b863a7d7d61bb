import { Model, snakeCaseMappers } from 'objection';

/**
 * Base of the models: columns in snake case, fields in camel case, instants as Date. Fields are `declare`d, or a class
 * field would overwrite the row. A model never leaves `db/`, and is never bound to a connection: `query(knex)`.
 */
export class Row extends Model {
  static override columnNameMappers = snakeCaseMappers();
}
