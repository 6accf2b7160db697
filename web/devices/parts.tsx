import { lazy, type FunctionComponent } from 'react';
import { capabilities } from '../capabilities.ts';
import { isOn, type DeviceConditionProps, type DevicePartEntry } from '../context/descriptor.ts';
import { useSession } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { Waiting } from '../ui/waiting.tsx';

type PartProps = { organization: string; device: string };
type Loaded = { capability: string; entry: DevicePartEntry; Part: FunctionComponent<PartProps> };

const all: readonly Loaded[] = capabilities.flatMap((descriptor) =>
  (descriptor.deviceParts ?? []).map((entry) => ({
    capability: descriptor.name,
    entry,
    Part: lazy(async () => ({ default: (await entry.load()).Part })),
  })),
);

const conditions = capabilities.flatMap((descriptor) =>
  (descriptor.deviceConditions ?? []).map(({ key, permission, load }) => ({
    key,
    permission,
    Part: lazy(async () => ({ default: (await load()).Condition })),
  })),
);

/** A condition that a capability lets people choose; nothing for those who may not see what it is about. */
export function DeviceCondition({ of, ...props }: DeviceConditionProps & { of: string }) {
  const { permissions } = useSession();
  const found = conditions.find(({ key }) => key === of);
  if (!found || !permissions.some((one) => one === found.permission)) return null;
  return (
    <Waiting fallback={null}>
      <found.Part {...props} />
    </Waiting>
  );
}

const empty = capabilities.flatMap(({ name, emptyDevices }) =>
  emptyDevices
    ? [
        {
          capability: name,
          permission: emptyDevices.permission,
          Part: lazy(async () => ({ default: (await emptyDevices.load()).Part })),
        },
      ]
    : [],
);

/** What the site's capabilities say where somebody has no device at all. */
export function EmptyDevices({ organization }: { organization: string }) {
  const site = useSite();
  const { permissions } = useSession();
  return empty
    .filter(({ capability, permission }) => capability in site.capabilities && permissions.includes(permission))
    .map(({ capability, Part }) => (
      <Waiting key={capability}>
        <Part organization={organization} />
      </Waiting>
    ));
}

/** What the site's capabilities show of a device beside what it is. */
export function DeviceParts({ place, ...device }: PartProps & { place: DevicePartEntry['place'] }) {
  const site = useSite();
  const { permissions } = useSession();
  return all
    .filter(({ entry }) => entry.place === place && permissions.some((one) => one === entry.permission))
    .filter(({ capability }) =>
      capabilities.some((descriptor) => descriptor.name === capability && isOn(descriptor, site.capabilities)),
    )
    .map(({ capability, Part }, at) => (
      <Waiting key={`${capability} ${at}`}>
        <Part {...device} />
      </Waiting>
    ));
}
