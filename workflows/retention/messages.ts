/** The workflow of the daily sweep of retention. */
export const retentionSweepName = 'retentionSweep';
