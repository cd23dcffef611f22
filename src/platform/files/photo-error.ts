/** Why a photo is refused. */
export type PhotoProblem = 'too_large' | 'not_an_image' | 'too_many_pixels' | 'damaged';

/** A photo that cannot be used; the code has a text in the catalogue of whoever asked. */
export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  readonly code: PhotoProblem;

  constructor(code: PhotoProblem, cause?: unknown) {
    super(`Photo refused: ${code}`, { cause });
    this.code = code;
  }
}
