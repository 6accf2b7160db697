/** What time it is at the portal, as a device reckons it. */
export type PortalTime = {
  nowMs(): number;
  /** The portal said just now, over the device's own connection, that it is this time. */
  heard(portalMs: number): void;
};

/**
 * Reckons with the portal's time and not with a clock that somebody can set (docs/device-protocol.md): from what was heard last it counts on with
 * `uptimeMs`, which only goes forward. Until something was heard it is the device's own clock, but never before `knownMs`, which it remembers
 * over a restart.
 */
export function portalTime(
  { ownMs, uptimeMs }: { ownMs: () => number; uptimeMs: () => number },
  knownMs: number,
): PortalTime {
  let heard: { portalMs: number; uptimeMs: number } | null = null;
  return {
    nowMs: () => (heard ? heard.portalMs + uptimeMs() - heard.uptimeMs : Math.max(ownMs(), knownMs)),
    heard: (portalMs) => {
      heard = { portalMs, uptimeMs: uptimeMs() };
    },
  };
}
