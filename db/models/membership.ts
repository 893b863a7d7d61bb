import { Model, type RelationMappings } from 'objection';
import type { Profile } from '../../domain/rights.ts';
import { Company } from './company.ts';
import { Row } from './row.ts';

export class Membership extends Row {
  static override tableName = 'memberships';
  static override relationMappings = (): RelationMappings => ({
    company: {
      relation: Model.BelongsToOneRelation,
      modelClass: Company,
      join: { from: 'memberships.company_id', to: 'companies.id' },
    },
  });

  declare id: string;
  declare userId: string;
  declare companyId: string;
  declare profile: Profile;
  declare acceptedAt: Date | null;
  declare deactivatedAt: Date | null;
  declare suspendedAt: Date | null;
  declare company?: Company;
}
