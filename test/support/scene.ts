/** A running product with a portal in front of it, as each file of fault tests opens one. */
import { epochOf } from '../../domain/calendar.ts';
import type { Branch } from './branch.ts';
import { openBranch } from './branch.ts';
import type { GroundPlan } from './ground.ts';
import type { Scene } from './invariants/scene.ts';
import { isTold } from './invariants/lives.ts';
import { openPortal } from './portal.ts';
import { startProduct } from './product.ts';
import type { Soon } from './soon.ts';
import { soon } from './soon.ts';
import { until } from './wait.ts';

export interface OpenScene extends Scene {
  /** Another brand; its people are logged in. */
  open(plan: GroundPlan): Promise<Branch>;
  /**
   * What was prepared for a deadline within two minutes, all lives begun and some seconds left; prepared anew for a
   * later one when the machine was too busy.
   */
  beforeDue<Prepared>(prepare: (due: Soon) => Promise<Prepared>): Promise<{ due: Soon; prepared: Prepared }>;
  /** A brand whose letters fall due in two weeks. */
  dueLater(): Promise<Branch>;
  close(): Promise<void>;
}

/** A quiet machine takes a second or three. */
const preparationSeconds = 8;
/** For what a test does before the deadline. */
const leftSeconds = 6;

export async function openScene(): Promise<OpenScene> {
  const product = await startProduct();
  const portal = openPortal(product.url);
  const branches: Branch[] = [];
  const open = async (plan: GroundPlan) => {
    const branch = await openBranch(product, portal, plan);
    branches.push(branch);
    return branch;
  };
  return {
    product,
    portal,
    branches,
    open,
    beforeDue: async (prepare) => {
      for (let seconds = preparationSeconds; ; seconds *= 2) {
        const due = soon(seconds + leftSeconds);
        const prepared = await prepare(due);
        await until('all lives have begun', () => isTold(product), 60_000);
        if (Date.now() < epochOf(due.at) - leftSeconds * 1_000) return { due, prepared };
        if (seconds > 60) throw new Error('this machine is too busy to prepare anything within a minute');
      }
    },
    dueLater: () => open({ zone: 'Europe/Brussels', policy: { decisionDays: 14 } }),
    close: () => product.close(),
  };
}
