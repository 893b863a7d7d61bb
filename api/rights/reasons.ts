/** Why rights cannot be saved as asked for. */
export const wishReasons = {
  403: ['user.profile-above', 'user.own-rights', 'rights.beyond-grantor'],
  409: ['user.deactivated', 'rights.version-stale', 'rights.revocation-not-offered'],
  422: [
    'rights.not-granted',
    'rights.scope-incomplete',
    'rights.action-unknown',
    'rights.action-not-settable',
    'rights.value-unknown',
    'rights.value-malformed',
    'rights.administration-for-router',
    'rights.for-routers-only',
    'rights.other-router-type',
    'rights.excluded',
    'rights.profile-required',
    'rights.profile-unknown',
    'rights.profile-violated',
  ],
} as const;
