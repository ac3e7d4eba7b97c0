import { isIPv6 } from 'node:net';

/**
 * What a limit per address counts by. A home or a rented server gets at least a whole /64 of IPv6 (RFC 6177), so
 * its single addresses cost nothing; IPv4 that a dual-stack socket writes as `::ffff:1.2.3.4` counts as IPv4.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%'); // fe80::1%eth0: the zone is this machine's affair
  if (!isIPv6(bare)) return address;
  const groups = groupsOf(bare);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  }
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(':')}::/64`;
}

/** The eight groups of a valid address. The URL parser has brought it to hexadecimal groups with one `::` at the most. */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [left, right] = [numbersOf(head), numbersOf(tail)];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

function numbersOf(groups: string): number[] {
  return groups === '' ? [] : groups.split(':').map((group) => Number.parseInt(group, 16));
}
