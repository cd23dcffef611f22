import { isIP } from 'node:net';

const PORT_BEHIND_V4 = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;
const IN_BRACKETS = /^\[([^\]]+)\](?::\d{1,5})?$/;
const MAPPED_V4 = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
const NETWORK_GROUPS = 4;
const ALL_GROUPS = 8;

/**
 * What counts as one visitor for the limits: an IPv4 address, or the network of an IPv6 address, for one household has
 * billions of those and could use another each time. A port that a proxy wrote behind it is left out.
 */
export const visitorOf = (address: string): string => {
  const bare = PORT_BEHIND_V4.exec(address)?.[1] ?? IN_BRACKETS.exec(address)?.[1] ?? address;
  const mapped = MAPPED_V4.exec(bare)?.[1];
  if (mapped) return mapped;
  return isIP(bare) === 6 ? networkOf(bare) : bare;
};

const networkOf = (address: string): string => {
  const [before = '', after] = (address.split('%')[0] ?? '').split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const zeros = Array<string>(Math.max(0, ALL_GROUPS - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail]
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
