import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('quotes each cell and keeps what is in it', () => {
  expect(
    csvOf([
      ['a "b"; c', 1.5, null],
      ['regel\neen', -3, ''],
    ]),
  ).toBe('\u{FEFF}"a ""b""; c";"1,5";""\r\n"regel\neen";"-3";""\r\n');
});

it.each(['=1+1', '+31 6', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n@x'])(
  'makes no formula of %j',
  (text) => {
    expect(csvOf([[text]])).toContain(`"'${text}`);
  },
);
