import { lazy, type FunctionComponent } from 'react';
import { capabilities } from '../../capabilities.ts';
import { isOn, type AccountPartEntry } from '../../context/descriptor.ts';
import { useSession } from '../../context/session.ts';
import { useSite } from '../../context/site.ts';
import { Waiting } from '../../ui/waiting.tsx';

type Loaded = { capability: string; entry: AccountPartEntry; Part: FunctionComponent };

const all: readonly Loaded[] = capabilities.flatMap((descriptor) =>
  (descriptor.accountParts ?? []).map((entry) => ({
    capability: descriptor.name,
    entry,
    Part: lazy(async () => ({ default: (await entry.load()).Part })),
  })),
);

/** What the site's capabilities keep of an account beside its data. */
export function AccountParts() {
  const site = useSite();
  const { permissions } = useSession();
  return all
    .filter(({ entry }) => permissions.some((one) => one === entry.permission))
    .filter(({ capability }) =>
      capabilities.some((descriptor) => descriptor.name === capability && isOn(descriptor, site.capabilities)),
    )
    .map(({ capability, Part }, at) => (
      <Waiting key={`${capability} ${at}`}>
        <Part />
      </Waiting>
    ));
}
