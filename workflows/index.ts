export { identityCheck } from './identity-check/workflow.ts';
export { credentialRecovery } from './credential-recovery/workflow.ts';
export { mailItem } from './mail-item/workflow.ts';
export { placeAuthorisation } from './place-authorisation/workflow.ts';
export { personalNotice } from './personal-notice/workflow.ts';
export { registration } from './registration/workflow.ts';
export { trashing } from './trashing/workflow.ts';
export { userProvisioning } from './user-provisioning/workflow.ts';
