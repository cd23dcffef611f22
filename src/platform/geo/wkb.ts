import type { OutlineProblem } from './outline.ts';

/** A geometry as GeoJSON has it, still to be judged by `readOutline`; or why there is none. */
export type BinaryGeometry =
  | { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: readonly unknown[] }
  | { readonly problem: OutlineProblem };

/** The kinds of WKB that are areas with straight lines. */
const [POLYGON, MULTI_POLYGON] = [3, 6];
/** Bytes of the smallest polygon: byte order, kind, number of rings. */
const SMALLEST_POLYGON = 9;
/** Bytes of the box around a geometry of a GeoPackage, by the kind that its header names; kinds 5 to 7 do not exist. */
const ENVELOPES = [0, 32, 48, 48, 64];
/** Bytes before that box: "GP", version, flags, and the number of the reference system. */
const HEADER = 8;

/** The bytes are no geometry, or end before it does. */
class Broken extends Error {
  override readonly name = 'Broken';
}

interface Cursor {
  readonly view: DataView;
  at: number;
  little: boolean;
}

/**
 * Reads the geometry of a GeoPackage: its own header (byte order, box, "empty"), then WKB. Heights and measures are dropped.
 * Never throws; takes no more memory than a few times the bytes, whatever numbers stand in them.
 */
export const readGeoPackageGeometry = (bytes: Uint8Array): BinaryGeometry =>
  guarded(bytes, (cursor) => {
    const { view } = cursor;
    if (view.byteLength < HEADER || view.getUint16(0) !== 0x47_50) throw new Broken();
    const flags = view.getUint8(3);
    const envelope = ENVELOPES[(flags >> 1) & 7];
    if (envelope === undefined) throw new Broken();
    // Bit 5: an extended kind of geometry, of which only its maker knows the form.
    if ((flags & 0x20) !== 0) return { problem: 'not_an_area' };
    if ((flags & 0x10) !== 0) return { problem: 'no_geometry' };
    cursor.at = HEADER + envelope;
    return readGeometry(cursor);
  });

/** Reads WKB, also the extended form of PostGIS; see {@link readGeoPackageGeometry}. */
export const readWkb = (bytes: Uint8Array): BinaryGeometry => guarded(bytes, readGeometry);

const guarded = (bytes: Uint8Array, read: (cursor: Cursor) => BinaryGeometry): BinaryGeometry => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read({ view, at: 0, little: true });
  } catch (error) {
    // Reading past the end is a RangeError of DataView itself.
    if (error instanceof Broken || error instanceof RangeError) return { problem: 'broken_geometry' };
    throw error;
  }
};

const readGeometry = (cursor: Cursor): BinaryGeometry => {
  const { kind, numbers } = readKind(cursor);
  if (kind === POLYGON) return { type: 'Polygon', coordinates: readPolygon(cursor, numbers) };
  if (kind !== MULTI_POLYGON) return { problem: 'not_an_area' };
  const count = readCount(cursor, SMALLEST_POLYGON);
  const coordinates: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const part = readKind(cursor);
    if (part.kind !== POLYGON) throw new Broken();
    coordinates.push(readPolygon(cursor, part.numbers));
  }
  return { type: 'MultiPolygon', coordinates };
};

/** The kind of what follows, and how many numbers each of its positions has. Each part may have a byte order of its own. */
const readKind = (cursor: Cursor): { kind: number; numbers: number } => {
  const order = cursor.view.getUint8(cursor.at);
  if (order > 1) throw new Broken();
  cursor.little = order === 1;
  const code = cursor.view.getUint32(cursor.at + 1, cursor.little);
  cursor.at += 5;
  // PostGIS says in the highest bits what ISO says in thousands: height, measure, and that a reference system follows.
  if ((code & 0x20_00_00_00) !== 0) cursor.at += 4;
  const iso = code & 0x0f_ff_ff_ff;
  const more = Math.floor(iso / 1000);
  if (more > 3) throw new Broken();
  const hasZ = more === 1 || more === 3 || (code & 0x80_00_00_00) !== 0;
  const hasM = more >= 2 || (code & 0x40_00_00_00) !== 0;
  return { kind: iso % 1000, numbers: 2 + Number(hasZ) + Number(hasM) };
};

const readPolygon = (cursor: Cursor, numbers: number): unknown[] => {
  const rings: unknown[] = [];
  const count = readCount(cursor, 4);
  for (let index = 0; index < count; index += 1) rings.push(readRing(cursor, numbers));
  return rings;
};

const readRing = (cursor: Cursor, numbers: number): unknown[] => {
  const step = 8 * numbers;
  const count = readCount(cursor, step);
  const { view, little } = cursor;
  const ring = Array.from({ length: count }, (_, index) => {
    const at = cursor.at + index * step;
    return [view.getFloat64(at, little), view.getFloat64(at + 8, little)];
  });
  cursor.at += count * step;
  return ring;
};

/** A number of things that must still fit in the bytes that are left. */
const readCount = (cursor: Cursor, smallest: number): number => {
  const count = cursor.view.getUint32(cursor.at, cursor.little);
  cursor.at += 4;
  if (count * smallest > cursor.view.byteLength - cursor.at) throw new Broken();
  return count;
};
