export { MAX_PHOTO_BYTES, type Photo, reencodePhoto } from './photo.ts';
export { PhotoError, type PhotoProblem } from './photo-error.ts';
