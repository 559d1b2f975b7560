/** Words and looks that every page of this part shares. */
import './evidence.css';
import { type Source, SOURCES } from '@kneewise/engine';
import { ENGINE_NUMBERS } from 'virtual:engine-numbers';
import { bringWords } from '../i18n/i18n.ts';
import { type Entry, registry } from './registry.ts';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

export const SOURCE_BY_ID: ReadonlyMap<string, Source> = new Map(
  SOURCES.map((source) => [source.id, source]),
);

/** Everything, once for all pages of this part. */
export const EVERYTHING: readonly Entry[] = registry(ENGINE_NUMBERS);
