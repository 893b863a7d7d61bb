const POLL_MS = 300;

/** Calls back once when the process that started us is gone (kill -9 of npm leaves no other trace). */
export function whenParentEnds(then) {
  const parent = process.ppid;
  const poll = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(poll);
    then();
  }, POLL_MS);
  poll.unref();
}
