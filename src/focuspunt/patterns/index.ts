import './notices.ts';

export { patternAfter, patternSearch, searchPatternsOf } from './jobs.ts';
export { type MapOutline, PatternMap } from './map.tsx';
export { patternReason, patternTitle } from './page.tsx';
export { type OpenPattern, openPatterns, type PatternQuestion } from './read.ts';
export { patternRoutes } from './routes.ts';
export { patternTexts } from './texts.ts';
