import type { CompanyUser } from '../../db/queries/company-users.ts';
import type { Instant } from '../../domain/calendar.ts';
import { memberStateOf } from '../../domain/user.ts';
import type { UserProvisioning } from '../../domain/user-provisioning.ts';
import { isLanguage } from '../../texts/languages.ts';

/** A user in the list of his company (UM-12); staff are shown as acting on its behalf (UM-08). */
export function presentUser(user: CompanyUser, companyName: string) {
  const { userId, username, name, email, profile, createdBy, createdAt, hasRights } = user;
  return {
    id: userId,
    username,
    name,
    email,
    profile,
    state: memberStateOf(user),
    createdBy: createdBy && {
      name: createdBy.name,
      onBehalfOf: createdBy.isStaff ? companyName : null,
    },
    createdAt,
    hasRights: user.deactivatedAt === null && hasRights,
  };
}

export interface UserSeen {
  readonly user: CompanyUser;
  readonly companyName: string;
  readonly provisioning: UserProvisioning | null;
}

/** The user with all that his company may know of him. */
export function presentUserDetails({ user, companyName, provisioning }: UserSeen, at: Instant) {
  const isOpen = user.acceptedAt === null && user.deactivatedAt === null;
  return {
    ...presentUser(user, companyName),
    firstName: user.firstName,
    lastName: user.lastName,
    sex: user.sex,
    language: isLanguage(user.language) ? user.language : 'en',
    selfResetAllowed: user.selfResetAllowed,
    isElsewhere: user.isElsewhere,
    firstLogInAt: user.firstLogInAt,
    deactivatedAt: user.deactivatedAt,
    suspendedAt: user.suspendedAt,
    invitation:
      isOpen && provisioning
        ? {
            endsAt: provisioning.endsAt,
            remindedAt: provisioning.remindedAt,
            isOver: provisioning.closed !== null || provisioning.endsAt < at,
          }
        : null,
    version: user.version,
  };
}
