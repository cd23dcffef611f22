import { expect, it } from 'vitest';
import { readDegrees } from './place-form.ts';

it.each([
  ['52.0607', 52.0607],
  ['52,0607', 52.0607],
  [' 4,4940° ', 4.494],
  ['-4.5', -4.5],
  ['−4.5', -4.5],
  ['+52', 52],
  ['', null],
  ['  ', null],
])('reads %j', (typed, degrees) => {
  expect(readDegrees(typed)).toBe(degrees);
});

it.each(['x', '52.06.07', '1e2', 'Infinity', '0x10', '5206', '52 N', '٥٢'])('refuses %j', (typed) => {
  expect(readDegrees(typed)).toBe('unreadable');
});
