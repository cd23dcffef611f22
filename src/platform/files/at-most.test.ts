import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { atMost } from './at-most.ts';

describe('a limit on what runs at once', () => {
  it('is kept, and everything gets its turn in order', async () => {
    const limited = atMost(2);
    let running = 0;
    let most = 0;
    const begun: number[] = [];
    const task = (number: number) => async () => {
      begun.push(number);
      running += 1;
      most = Math.max(most, running);
      await pause(1);
      running -= 1;
      return number;
    };
    const numbers = [0, 1, 2, 3, 4, 5, 6];
    expect(await Promise.all(numbers.map((number) => limited(task(number))))).toEqual(numbers);
    expect(most).toBe(2);
    expect(begun).toEqual(numbers);
  });

  it('gives back the place of a task that fails', async () => {
    const limited = atMost(1);
    await expect(limited(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await limited(async () => 'yes')).toBe('yes');
  });
});
