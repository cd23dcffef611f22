import { percentile } from './measure.ts';
import { addressOf, type Run } from './pages.ts';
import { type FilledIn, fillIn, spotOf } from './visitor.ts';

const AT_LEAST = 100;

/** The last click of many forms that were filled in before, so many at a time. Gives how many a second. */
export const measureGiving = async (
  run: Run,
  gemeente: string,
  size: number,
  bare: number,
): Promise<void> => {
  const { options, figures } = run;
  const address = addressOf(run, gemeente);
  const count = options.quick ? 120 : 400;
  const waiting: FilledIn[] = [];
  for (let n = 0; n < count; n += 1) {
    waiting.push(await fillIn([address], `bench ${n}`, { antwoord: 'none' }, spotOf(n)));
  }
  const times: number[] = [];
  const began = performance.now();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const sent = performance.now();
      await next.send();
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, work));
  const perSecond = times.length / ((performance.now() - began) / 1000);
  figures.report(`final POST of a signaal at ${size}, with its receipt`, perSecond, '1/s', {
    atLeast: AT_LEAST,
    ...(bare > 0 ? { limit: bare } : {}),
  });
  figures.report(`final POST of a signaal at ${size}: p95`, percentile(times, 0.95), 'ms');
};
