import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '../ui/badge.tsx';

type State = 'planned' | 'current' | 'past' | 'cancelled';
const tones: Record<State, BadgeTone> = { planned: 'brand', current: 'success', past: 'quiet', cancelled: 'void' };

/** Where something with a from–to stands. */
export function StateBadge({ state, children }: { state: State; children: ReactNode }) {
  return <Badge tone={tones[state]}>{children}</Badge>;
}
