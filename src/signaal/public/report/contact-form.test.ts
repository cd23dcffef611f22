import { describe, expect, it } from 'vitest';
import { contactForm, isPhone, reachableBy } from './contact-form.ts';

describe('a telephone number', () => {
  it.each([
    '0612345678',
    '06 1234 5678',
    '06-12345678',
    '+31 6 12345678',
    '+31 (0)6 1234 5678',
    '0031612345678',
    '079 123 45 67',
    '(079) 1234567',
    '079 – 123 45 67',
    '612345678',
    '+32 470 12 34 56',
    '０６１２３４５６７８',
  ])('is taken as people write it: %s', (typed) => {
    expect(isPhone(typed)).toBe(true);
  });

  it.each(['12', '06123', 'bel maar', '06 1234 567', '061234567890', '+31 6 1234', '112'])(
    'is refused: %s',
    (typed) => {
      expect(isPhone(typed)).toBe(false);
    },
  );
});

const read = (fields: Record<string, string>) => {
  const result = contactForm.safeParse(fields);
  return result.success
    ? reachableBy(result.data)
    : result.error.issues.map(({ path, message }) => [path[0], message]);
};

describe('the last page', () => {
  it('takes a postcode with spaces and small letters', () => {
    expect(read({ postcode: ' 2711  ab ' })).toMatchObject({ contact: { postcode: '2711 AB' } });
    expect(read({ postcode: '2711AB' })).toMatchObject({ contact: { postcode: '2711 AB' } });
    expect(read({ postcode: '0711 AB' })).toEqual([['postcode', 'postcode_unreadable']]);
  });

  it('takes an address with a plus, and spaces that a telephone put in it', () => {
    expect(read({ mail: ' jan+buurt @voorbeeld.nl ' })).toMatchObject({
      contact: { mail: 'jan+buurt@voorbeeld.nl' },
      answerChannel: 'mail',
    });
    expect(read({ mail: 'jan@voorbeeld' })).toEqual([['mail', 'mail_unreadable']]);
  });

  it.each([
    ['Kerkstraat 7', 'Kerkstraat', '7'],
    ['Kerkstraat 7 a', 'Kerkstraat', '7 a'],
    ['Plein 1940 12-bis', 'Plein 1940', '12-bis'],
    ['1e Stationsstraat 120', '1e Stationsstraat', '120'],
  ])('finds the number behind a street: %s', (typed, street, houseNumber) => {
    expect(read({ straat: typed })).toMatchObject({ contact: { street, houseNumber } });
  });

  it('keeps a street as it is when the number has its own field', () => {
    expect(read({ straat: 'Plein 1940', huisnummer: '12' })).toMatchObject({
      contact: { street: 'Plein 1940', houseNumber: '12' },
    });
  });

  it('wants what the chosen channel needs', () => {
    expect(read({ antwoord: 'mail' })).toEqual([['mail', 'contact_missing_for_channel']]);
    expect(read({ antwoord: 'phone' })).toEqual([['telefoon', 'contact_missing_for_channel']]);
    expect(read({ antwoord: 'letter', straat: 'Kerkstraat 7' })).toEqual([
      ['postcode', 'contact_missing_for_channel'],
    ]);
    expect(read({ antwoord: 'none' })).toMatchObject({ answerChannel: 'none' });
    expect(read({ helper_naam: 'Samira' })).toEqual([['helper_mail', 'helper_unreachable']]);
  });

  it('takes nothing at all, and a channel that does not exist, as no message', () => {
    expect(read({})).toMatchObject({ answerChannel: 'none' });
    expect(read({ antwoord: 'pigeon' })).toMatchObject({ answerChannel: 'none' });
    expect(read({ antwoord: '__proto__' })).toMatchObject({ answerChannel: 'none' });
    expect(read({ antwoord: 'constructor' })).toMatchObject({ answerChannel: 'none' });
  });
});
