/** What a person dropped or chose, as a flat list of named files. Folders are walked; nothing is read yet. */

export interface NamedFile {
  /** As reports name it: `folder/sub/x.fit`. */
  readonly path: string;
  readonly file: File;
}

export interface Gathered {
  readonly label: string;
  readonly files: readonly NamedFile[];
  /** Files inside folders that cannot hold an activity (pictures, notes) and are not sent. */
  readonly passedOver: number;
}

/** Kinds that can hold activities. Only files inside folders are sifted: what is named one by one is always sent. */
const CAN_HOLD_ACTIVITIES = /\.(fit|tcx|gpx|xml|zip|gz)$/i;
/** Lists in the exports of Strava and Garmin: names, shoes and runs without a file. */
const IS_LIST = /(^|\/)(activities|shoes)\.csv$|summarizedActivities\.json$/i;

export const canHoldActivities = (path: string): boolean =>
  CAN_HOLD_ACTIVITIES.test(path) || IS_LIST.test(path);

/** The one folder or file, else how many: `trackeR`, `export.zip`, or null for several of them. */
export function commonLabel(paths: readonly string[]): string | null {
  const tops = new Set(paths.map((path) => path.split('/')[0] ?? path));
  const [only] = tops;
  return tops.size === 1 && only !== undefined ? only : null;
}

export function sift(files: readonly NamedFile[], label: string): Gathered {
  const wanted = files.filter(({ path }) => !path.includes('/') || canHoldActivities(path));
  return { label, files: wanted, passedOver: files.length - wanted.length };
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives a folder in portions (100 in Chromium); an empty one is the last. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function walk(entry: FileSystemEntry, into: NamedFile[]): Promise<void> {
  if (entry.isDirectory)
    for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) await walk(child, into);
  else
    into.push({
      path: entry.fullPath.replace(/^\//, ''),
      file: await fileOf(entry as FileSystemFileEntry),
    });
}

/** Must be called while the drop event is being handled: its entries are gone afterwards. */
export function filesOfDrop(transfer: DataTransfer): Promise<readonly NamedFile[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry === null ? [] : [entry];
  });
  const plain = entries.length === 0 ? filesOfList(transfer.files) : [];
  return (async () => {
    const files: NamedFile[] = [...plain];
    for (const entry of entries) await walk(entry, files);
    return files;
  })();
}

export const filesOfList = (list: Iterable<File>): NamedFile[] =>
  [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
