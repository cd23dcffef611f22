import { describe, expect, it } from 'vitest';
import { namedInText } from './strict.ts';

describe('a text that may name nobody', () => {
  it.each([
    ['mevrouw Jansen komt elke week', 'mevrouw Jansen'],
    ['Fatima durft de straat niet op', 'Fatima'],
    ['het speelt in de Dorpsstraat 12', 'Dorpsstraat 12'],
    ['op nummer 14 is het vaak mis', 'nummer 14'],
    ['rond 2711 AB vooral', '2711 AB'],
    ['bel 06 12345678', '06 12345678'],
    ['mail naar jan@voorbeeld.nl', 'jan@voorbeeld.nl'],
    ['gezien bij J. de Vries', 'J. de Vries'],
  ])('is told of "%s"', (text, piece) => {
    expect(namedInText(text)).toContain(piece);
  });

  it.each([
    'Ouderen in de flats durven ’s avonds niet naar buiten; zij zien geen mensen.',
    'Jongeren uit drie scholen zoeken een plek, vooral in de Palensteinstraat.',
    'Schulden en eenzaamheid gaan hier vaak samen, sinds ongeveer 6 maanden.',
    '',
  ])('may say "%s"', (text) => {
    expect(namedInText(text)).toEqual([]);
  });

  it('shows each piece once, and no more than five', () => {
    const text = 'Jan en Jan en Piet en Kees en Fatima en Ahmed en Sjoerd en Truus';
    expect(namedInText(text)).toEqual(['Jan', 'Piet', 'Kees', 'Fatima', 'Ahmed']);
  });
});
