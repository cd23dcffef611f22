import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { atMost } from './at-most.ts';
import { PhotoError } from './photo-error.ts';

/** Bare pixels: red, green, blue and alpha, a byte each. */
export interface RawImage {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

const SECONDS = 30;

/**
 * A thread of its own, because decoding takes up to seconds of unbroken work in which the web server would answer nobody,
 * and because its memory is given back when it ends. Written as text, so that the program stays one file when built.
 */
const DECODER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const decode = require(workerData.decoder);
  decode.all({ buffer: workerData.bytes }).then(async (images) => {
    const { width, height } = images[0];
    if (width * height > workerData.maxPixels) return parentPort.postMessage({ tooManyPixels: true });
    const { data } = await images[0].decode();
    parentPort.postMessage({ width, height, data: data.buffer }, [data.buffer]);
  });
`;

/** One at a time: a photo of 48 million pixels takes 200 MB while it is decoded. */
const oneByOne = atMost(1);

/**
 * Decodes the first picture of a HEIC file, turned upright. Throws {@link PhotoError}: `too_many_pixels`, or `damaged` when
 * it cannot be read within half a minute.
 */
export const decodeHeic = (bytes: Uint8Array, maxPixels: number): Promise<RawImage> =>
  oneByOne(() => runDecoder(bytes, maxPixels));

const runDecoder = (bytes: Uint8Array, maxPixels: number): Promise<RawImage> => {
  const decoder = createRequire(import.meta.url).resolve('heic-decode');
  const worker = new Worker(DECODER, {
    eval: true,
    env: {},
    execArgv: [],
    // The decoder prints what it finds wrong; that is no line for the log.
    stdout: true,
    stderr: true,
    workerData: { bytes, maxPixels, decoder },
  });
  const decoded = new Promise<RawImage>((resolve, reject) => {
    const fail = (cause: unknown) => reject(new PhotoError('damaged', cause));
    const timer = setTimeout(() => fail(new Error(`Not decoded in ${SECONDS} s`)), SECONDS * 1000);
    worker.once('message', (answer: unknown) => {
      const image = readAnswer(answer);
      if (image) resolve(image);
      else reject(new PhotoError('too_many_pixels'));
    });
    worker.once('error', fail);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`The decoder ended with code ${code}`));
    });
  });
  return decoded.finally(() => worker.terminate());
};

/** The pixels of the answer; undefined when it says that there are too many. */
const readAnswer = (answer: unknown): RawImage | undefined => {
  if (typeof answer !== 'object' || answer === null || !('data' in answer)) return undefined;
  const { data, width, height }: { data: unknown; width?: unknown; height?: unknown } = answer;
  return data instanceof ArrayBuffer
    ? { data: Buffer.from(data), width: Number(width), height: Number(height) }
    : undefined;
};
