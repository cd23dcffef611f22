import { expect, it } from 'vitest';
import { previewOutcome } from './preview.ts';

const facts = {
  lang: 'nl',
  gemeente: 'Zoetermeer',
  phone: null,
  publicUrl: 'http://zoetermeer.localhost',
  number: 1,
  kind: 'report',
  queue: 'department',
  owner: 'Groen',
  receivedAt: new Date('2016-03-07T10:00:00Z'),
  plannedOn: null,
  hearBy: null,
  nextWord: null,
  objectionUntil: new Date('2016-03-21T10:00:00Z'),
  said: 'De tak is weg.',
} as const;

// Whoever wants to be called gets the code spelled, and a hidden code has nothing to spell.
it.each(['mail', 'letter', 'phone'] as const)(
  'the reporter gets a preview by %s, without a code',
  (channel) => {
    const { text } = previewOutcome(facts, channel, 'solved');
    expect(text).toContain('De tak is weg.');
    expect(text).toContain('••••'.split('').join(channel === 'phone' ? ', ' : ''));
  },
);
