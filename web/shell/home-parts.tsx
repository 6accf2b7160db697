import { lazy, type FunctionComponent } from 'react';
import type { Session } from '../api/types.ts';
import { capabilities } from '../capabilities.ts';
import { isOn } from '../context/descriptor.ts';
import { useSite } from '../context/site.ts';
import { Waiting } from '../ui/waiting.tsx';

type Loaded = { capability: string; permission: string; Part: FunctionComponent<{ organization: string }> };

const all: readonly Loaded[] = capabilities.flatMap((descriptor) =>
  (descriptor.homeParts ?? []).map(({ permission, load }) => ({
    capability: descriptor.name,
    permission,
    Part: lazy(async () => ({ default: (await load()).Part })),
  })),
);

/** What needs this person today, out of the site's capabilities. The home page does not wait for it. */
export function HomeParts({ session }: { session: Session }) {
  const site = useSite();
  const on = capabilities.filter((descriptor) => isOn(descriptor, site.capabilities)).map(({ name }) => name);
  return all
    .filter(({ capability }) => on.includes(capability))
    .filter(({ permission }) => session.permissions.some((one) => one === permission))
    .map(({ capability, Part }) => (
      <Waiting key={capability} fallback={null}>
        <Part organization={session.organization.id} />
      </Waiting>
    ));
}
