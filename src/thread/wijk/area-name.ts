import type { Rq } from '#platform/web/request.ts';
import type { PublicArea } from './areas.ts';
import { wijkTexts } from './texts.ts';

/** The name of an area with its kind. */
export const areaName = (rq: Rq, area: PublicArea): string =>
  rq.texts(wijkTexts)(`page.${area.kind}`, { name: area.name });
