import { isIPv6 } from 'node:net';

/**
 * The network that an address stands for, as a limit counts it. Whoever has one IPv6 address has a whole /64 of them,
 * and would be somebody else at every guess.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.split('::');
  const head = groupsOf(before);
  const tail = groupsOf(after ?? '');
  const zeros = after === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}

/** Without leading zeros; an IPv4 tail stands for two. */
const groupsOf = (part: string): string[] =>
  part === ''
    ? []
    : part
        .split(':')
        .flatMap((group) =>
          group.includes('.') ? [group, group] : [group.toLowerCase().replace(/^0+(?=.)/, '')],
        );
