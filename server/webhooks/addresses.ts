import { BlockList, isIP } from 'node:net';

/** Networks of the Internet Protocol that are not the public Internet (IANA's registries of special-purpose addresses). */
const notPublic = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  // Of IPv6 only 2000::/3 is public, and of that what carries IPv4 inside, or is for documents, is not.
  ipv6: ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
};

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

const refused = listOf([...notPublic.ipv4, ...notPublic.ipv6]);
const publicV6 = listOf(['2000::/3']);

/** An address without the brackets or the zone that it may stand with. */
function bare(address: string): string {
  return address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
}

/** IPv4 inside of IPv6 (`::ffff:10.0.0.1`) is what it carries. */
function carried(address: string): string {
  const mapped = /^(?:0*:)*:?ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address);
  if (!mapped) return address;
  const [, dotted, high = '0', low = '0'] = mapped;
  const [a, b] = [parseInt(high, 16), parseInt(low, 16)];
  return dotted ?? [a >> 8, a & 255, b >> 8, b & 255].join('.');
}

/**
 * Makes the judge of where webhooks may go: public addresses, and those of the networks that the server's settings allow. What is no
 * address is refused.
 */
export function addressJudge(allowed: readonly string[]): (address: string) => boolean {
  const excepted = listOf(allowed);
  return (given) => {
    const address = carried(bare(given));
    const version = isIP(address);
    if (version === 0) return false;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (excepted.check(address, family)) return true;
    if (refused.check(address, family)) return false;
    return version === 4 || publicV6.check(address, 'ipv6');
  };
}
