/** Red, green and blue from 0 to 255, and how much shows of it from 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const named: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  transparent: '#00000000',
};

const fromHex = (digits: string): Colour | null => {
  const long = digits.length <= 4 ? Array.from(digits, (digit) => digit + digit).join('') : digits;
  if (!/^(?:[0-9a-f]{6}|[0-9a-f]{8})$/.test(long)) return null;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return { red: part(0), green: part(2), blue: part(4), alpha: long.length === 8 ? part(6) / 255 : 1 };
};

const share = (text: string | undefined, whole: number): number =>
  text?.endsWith('%') ? (Number(text.slice(0, -1)) / 100) * whole : Number(text);

const fromHsl = (hue: number, saturation: number, lightness: number, alpha: number): Colour => {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const step = (offset + hue / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(step - 3, 9 - step, 1)));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha };
};

/** Reads a colour as CSS writes it: hex, `rgb()`, `hsl()`, black, white, transparent. Null when it is written otherwise. */
export const parseColour = (text: string): Colour | null => {
  const plain = named[text.trim().toLowerCase()] ?? text.trim().toLowerCase();
  if (plain.startsWith('#')) return fromHex(plain.slice(1));
  const call = /^(rgb|hsl)a?\(([^()]+)\)$/.exec(plain);
  const [one, two, three, four = '1'] = call?.[2]?.split(/[\s,/]+/).filter(Boolean) ?? [];
  if (call === null || three === undefined) return null;
  const alpha = share(four, 1);
  const colour =
    call[1] === 'rgb'
      ? { red: share(one, 255), green: share(two, 255), blue: share(three, 255), alpha }
      : fromHsl(Number(one?.replace('deg', '')), share(two, 1), share(three, 1), alpha);
  return Object.values(colour).some(Number.isNaN) ? null : colour;
};

const overlay = (top: Colour, under: Colour): Colour => {
  const mix = (a: number, b: number) => a * top.alpha + b * (1 - top.alpha);
  return {
    red: mix(top.red, under.red),
    green: mix(top.green, under.green),
    blue: mix(top.blue, under.blue),
    alpha: 1,
  };
};

const luminance = ({ red, green, blue }: Colour): number => {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast between 1 and 21 as WCAG 2.2 counts it; what shows through is laid over `ground` first. */
export const contrastRatio = (front: Colour, back: Colour, ground: Colour): number => {
  const solidBack = overlay(back, ground);
  const [light = 1, dark = 1] = [luminance(overlay(front, solidBack)), luminance(solidBack)].sort(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
};
