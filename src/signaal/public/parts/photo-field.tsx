import { FileField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { webTexts } from '#platform/web/texts.ts';
import { MOST_PHOTOS } from '../draft/photos.ts';
import { publicTexts } from '../texts.ts';
import '#platform/web/components/custom-elements.ts';

interface PhotoFieldProps {
  readonly rq: Rq;
  readonly error?: string | undefined;
}

/** Up to three photos; on a telephone the browser itself offers the camera beside the album. */
export const PhotoField = ({ rq, error }: PhotoFieldProps) => {
  const t = rq.texts(publicTexts);
  const own = webTexts(rq.lang);
  return (
    <wr-photo-field
      data-max={String(MOST_PHOTOS)}
      data-remove={own.photoRemove}
      data-chosen={own.photoChosen}
      data-too-many={own.photoTooMany.replace('{max}', String(MOST_PHOTOS))}
    >
      <FileField
        name="foto"
        label={t('photos.label')}
        note={t('optional')}
        description={t('photos.hint')}
        accept="image/*"
        multiple
        error={error}
      />
    </wr-photo-field>
  );
};
