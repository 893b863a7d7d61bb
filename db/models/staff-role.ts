import { Model, type RelationMappings } from 'objection';
import { Row } from './row.ts';
import { Site } from './site.ts';

export class StaffRole extends Row {
  static override tableName = 'staff_roles';
  static override relationMappings = (): RelationMappings => ({
    site: {
      relation: Model.BelongsToOneRelation,
      modelClass: Site,
      join: { from: 'staff_roles.site_id', to: 'sites.id' },
    },
  });

  declare id: number;
  declare userId: string;
  declare role: 'operator' | 'site';
  declare siteId: string | null;
  declare site?: Site | null;
}
