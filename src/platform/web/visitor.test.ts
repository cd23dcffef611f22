import { expect, it } from 'vitest';
import { visitorOf } from './visitor.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:50123', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
  ['no address', 'no address'],
])('%s counts as the visitor %s', (address, visitor) => {
  expect(visitorOf(address)).toBe(visitor);
});

it('counts all addresses of one household as one visitor, and a neighbour as another', () => {
  const household = Array.from({ length: 50 }, (_, place) =>
    visitorOf(`2001:db8:a:b::${place.toString(16)}`),
  );
  expect(new Set(household).size).toBe(1);
  expect(visitorOf('2001:db8:a:c::1')).not.toBe(household[0]);
});
