/** Opens the history kept in a folder, making both where they are new. */
import { shoes } from './history/shoes.ts';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSource, hasContent, seenBefore } from './history/add-source.ts';
import { addCheckIn, checkIns, removeCheckIn } from './history/check-ins.ts';
import { diaryOf } from './history/diary.ts';
import { erase } from './history/erase.ts';
import { addEvent, events, removeEvent } from './history/events.ts';
import { kneeChecks, removeKneeCheck, saveKneeCheck } from './history/knee-checks.ts';
import { duplicates, names, refused } from './history/names.ts';
import { readOriginal } from './history/original.ts';
import {
  activity,
  counts,
  others,
  outdated,
  outdatedCount,
  recording,
  runs,
  saveAnalysis,
  track,
} from './history/read-history.ts';
import { memoryOf } from './history/remembered.ts';
import { strengthOf } from './history/strength.ts';
import { saveSettings, settings } from './history/settings.ts';
import type { Store } from './history-store.ts';
import {
  batch,
  createBatch,
  recordOthers,
  recordRefusal,
  rowsFrom,
  unfinishedBatches,
  updateBatch,
} from './imports/batches.ts';
import { inboxAdd, inboxDone, inboxPending, sweep } from './imports/inbox.ts';
import { batches } from './keeping/batches.ts';
import { quarantine, removeQuarantined } from './keeping/quarantine.ts';
import { lightly, tellSketch } from './keeping/sketch.ts';
import { undoBatch } from './keeping/undo-batch.ts';
import { noteWatched, watched } from './keeping/watched.ts';
import { SQLITE_TYPES } from './schema/column-types.ts';
import { migrate } from './schema/migrate.ts';
import { type Database, openDatabase } from './sqlite/open-database.ts';
import { fromFileSystem } from './store-error.ts';

/** For tests and for questions about files that are not to be kept: SQLite without a file. */
export const IN_MEMORY = ':memory:';
const DATABASE_FILE = 'kneewise.db';
const INBOX_FOLDER = 'inbox';

/**
 * @param folder the data folder (see `dataFolder`), or `:memory:`
 * @throws {StoreError} saying what is wrong with the folder or what is in it
 */
export async function openStore(folder: string): Promise<Store> {
  return (await openBoth(folder)).store;
}

async function openBoth(folder: string): Promise<{ store: Store; db: Database }> {
  const inMemory = folder === IN_MEMORY;
  const inbox = inMemory
    ? await mkdtemp(join(tmpdir(), 'kneewise-'))
    : await makeFolder(join(folder, INBOX_FOLDER), folder);
  const place = inMemory ? IN_MEMORY : join(folder, DATABASE_FILE);
  if (!inMemory) await makePrivateFile(place);
  const db = await openDatabase(place);
  try {
    await migrate(db, SQLITE_TYPES, place);
    await sweep(db, inbox, Date.now());
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const memory = memoryOf(db);
  const store: Store = {
    folder,
    runs: memory.remembered(runs),
    counts: (runner) => counts(db, runner),
    others: (runner) => others(db, runner),
    activity: (runner, id) => activity(db, runner, id),
    names: memory.remembered(names),
    shoes: (runner) => shoes(db, runner),
    duplicates: (runner) => duplicates(db, runner),
    refused: (runner) => refused(db, runner),
    track: (runner, id) => track(db, runner, id),
    recording: (runner, id) => recording(db, runner, id),
    original: (runner, sourceId) => readOriginal(db, runner, sourceId),
    addSource: (runner, source) => memory.changing(addSource(db, inbox, runner, source)),
    hasContent: (runner, contentHash) => hasContent(db, runner, contentHash),
    seenBefore: (runner, file) => seenBefore(db, runner, file),
    outdated: (runner, engineVersion, limit) => outdated(db, runner, engineVersion, limit),
    saveAnalysis: (runner, ref, analysis) => memory.changing(saveAnalysis(db, runner, ref, analysis)),
    checkIns: (runner) => checkIns(db, runner),
    addCheckIn: (runner, checkIn) => addCheckIn(db, runner, checkIn),
    removeCheckIn: (runner, id) => removeCheckIn(db, runner, id),
    events: (runner) => events(db, runner),
    addEvent: (runner, event) => addEvent(db, runner, event),
    removeEvent: (runner, id) => removeEvent(db, runner, id),
    kneeChecks: (runner) => kneeChecks(db, runner),
    saveKneeCheck: (runner, check) => saveKneeCheck(db, runner, check),
    removeKneeCheck: (runner, id, revision) => removeKneeCheck(db, runner, id, revision),
    settings: (runner) => settings(db, runner),
    saveSettings: (runner, change) => saveSettings(db, runner, change),
    erase: (runner) => memory.changing(erase(db, inbox, runner)),
    ...diaryOf(db),
    ...strengthOf(db),
    createBatch: (runner, begun) => createBatch(db, runner, begun),
    updateBatch: (runner, id, change) => updateBatch(db, runner, id, change),
    batch: (runner, id) => batch(db, runner, id),
    unfinishedBatches: (runner) => unfinishedBatches(db, runner),
    rowsFrom: (runner, id, from, limit) => rowsFrom(db, runner, id, from, limit),
    recordRefusal: (runner, batchId, path, refusal) => recordRefusal(db, runner, batchId, path, refusal),
    recordOthers: (runner, batchId, files) => recordOthers(db, runner, batchId, files),
    inboxAdd: (runner, batchId, path, bytes) => inboxAdd(db, inbox, runner, batchId, path, bytes),
    inboxPending: (runner) => inboxPending(db, inbox, runner),
    inboxDone: (runner, id) => inboxDone(db, inbox, runner, id),
    batches: (runner, limit) => batches(db, runner, limit),
    undoBatch: (runner, id) => memory.changing(undoBatch(db, runner, id)),
    quarantine: (runner) => quarantine(db, runner),
    removeQuarantined: (runner, sourceId) => removeQuarantined(db, runner, sourceId),
    watched: (runner, of) => watched(db, runner, of),
    noteWatched: (runner, of, files) => noteWatched(db, runner, of, files),
    outdatedCount: (runner, engineVersion) => outdatedCount(db, runner, engineVersion),
    async sketch(runner) {
      const sketch = await openBoth(IN_MEMORY);
      await tellSketch(db, sketch.db, runner);
      return lightly(sketch.store);
    },
    async close() {
      await db.destroy();
      if (inMemory) await rm(inbox, { recursive: true, force: true });
    },
  };
  return { store, db };
}

/** Only its owner may look into it: what a runner says about pain is nobody else's. */
async function makeFolder(path: string, named: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fromFileSystem(error, named);
  }
  return path;
}

/**
 * SQLite would let everyone read a new file, and gives its log the rights of the file itself. What exists keeps
 * the rights its owner chose; what cannot be made is told of by SQLite.
 */
async function makePrivateFile(path: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600).catch(() => null);
  await handle?.close();
}
