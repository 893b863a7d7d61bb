import { Row } from './row.ts';

export class Site extends Row {
  static override tableName = 'sites';

  declare id: string;
  declare brandId: string;
  declare siteKey: string;
  declare name: string;
  declare country: string;
  declare zone: string;
  declare cutOff: string;
  declare workingWeekdays: string;
}
