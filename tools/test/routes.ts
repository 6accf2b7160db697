import { newId } from '../../server/kernel/ids.ts';

/** The path of a route, below that of its site, with `known` in its places and else something that fits and that nobody has. */
export function fillPath(path: string, organization: string, known: Record<string, string> = {}): string {
  const values: Record<string, string> = {
    organization,
    deviceId: '0123456789ABCDEF',
    import: `imp_${newId()}`,
    kind: 'activation-keys',
    draft: `drf_${newId()}`,
    passkey: `psk_${newId()}`,
    signUp: `sgn_${newId()}`,
    notice: `ntc_${newId()}`,
    window: `mwd_${newId()}`,
    batch: `bat_${newId()}`,
    delivery: `dlv_${newId()}`,
    number: '0123456789ABCDEF',
    session: `ses_${newId()}`,
    invitation: `inv_${newId()}`,
    acting: `act_${newId()}`,
    event: `evt_${newId()}`,
    other: `org_${newId()}`,
    grant: `grt_${newId()}`,
    user: `usr_${newId()}`,
    device: `dev_${newId()}`,
    transfer: `trf_${newId()}`,
    group: `grp_${newId()}`,
    period: '2026-10',
    endReport: `eor_${newId()}`,
    address: `mad_${newId()}`,
    alarm: `alm_${newId()}`,
    link: `mln_${newId()}`,
    order: `lor_${newId()}`,
    plan: `lpl_${newId()}`,
    licence: `lic_${newId()}`,
    key: `key_${newId()}`,
    webhook: `whk_${newId()}`,
    request: `crq_${newId()}`,
    mail: `mal_${newId()}`,
    mailing: `mlg_${newId()}`,
    ...known,
  };
  return path.replace('/api/{site}', '').replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x');
}
