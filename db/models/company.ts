import { Row } from './row.ts';

export class Company extends Row {
  static override tableName = 'companies';

  declare id: string;
  declare brandId: string;
  declare name: string;
  declare language: string;
  declare closedAt: Date | null;
}
