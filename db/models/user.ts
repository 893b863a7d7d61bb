import { Model, type RelationMappings } from 'objection';
import { Membership } from './membership.ts';
import { Row } from './row.ts';
import { StaffRole } from './staff-role.ts';

export class User extends Row {
  static override tableName = 'users';
  static override relationMappings = (): RelationMappings => ({
    memberships: {
      relation: Model.HasManyRelation,
      modelClass: Membership,
      join: { from: 'users.id', to: 'memberships.user_id' },
    },
    staffRoles: {
      relation: Model.HasManyRelation,
      modelClass: StaffRole,
      join: { from: 'users.id', to: 'staff_roles.user_id' },
    },
  });

  declare id: string;
  declare username: string;
  declare email: string;
  declare passwordHash: string | null;
  declare name: string;
  declare language: string;
  declare firstName: string | null;
  declare lastName: string | null;
  declare sex: 'female' | 'male' | null;
  declare phone: string | null;
  declare version: number;
  /** 1 or 0: the driver knows no booleans. */
  declare isDemo: number;
  declare deactivatedAt: Date | null;
  declare memberships?: Membership[];
  declare staffRoles?: StaffRole[];
}
