/**
 * Who may read /metrics: with a token set, who brings it; without one, this machine itself, asking directly. Behind a proxy
 * everybody seems to be this machine, so there only the token counts.
 */
export function canReadMetrics({ tokenIsSet, tokenFits, fromThisMachine, behindProxy }: { tokenIsSet: boolean; tokenFits: boolean; fromThisMachine: boolean; behindProxy: boolean }): boolean {
  return tokenIsSet ? tokenFits : fromThisMachine && !behindProxy;
}
