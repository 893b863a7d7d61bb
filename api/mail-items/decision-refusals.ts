/** Why a decision is refused; the same for deciding and for asking "what if". */
export const decisionRefusals = {
  409: ['mail-item.closed', 'mail-item.on-hold', 'mail-item.begun', 'mail-item.version-stale'],
  422: [
    'decision.not-allowed',
    'decision.manner-not-offered',
    'forwarding.date-in-past',
    'forwarding.beyond-storage',
    'forwarding.cut-off-missed',
    'keep.beyond-storage',
    'keep.date-in-past',
  ],
} as const;
