/** Staff: the operator role, or work at one site. */
import { ID, table, word } from './table.ts';

export const staffRoles = table(
  'staff_roles',
  `
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id ${ID} NOT NULL,
  role ${word(20)} NOT NULL,
  site_id ${ID} NULL,
  UNIQUE KEY staff_roles_once (user_id, role, site_id),
  KEY staff_roles_site (site_id),
  CONSTRAINT staff_roles_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT staff_roles_at FOREIGN KEY (site_id) REFERENCES sites (id),
  CONSTRAINT staff_roles_kind CHECK ((role = 'operator' AND site_id IS NULL) OR (role = 'site' AND site_id IS NOT NULL))`,
);
