/** A number of the engine as its page shows it, from the comment it is explained by. */
export interface EngineNumber {
  /** Within the engine's sources. */
  readonly path: string;
  readonly name: string;
  /** The comment, without its sources. */
  readonly says: string;
  /** As the code has it, where it is one short line; else null. */
  readonly value: string | null;
  /** Ids that the comment names, `our-choice` where it says so. */
  readonly sources: readonly string[];
}

/** A longer value is a table, which nobody reads on a page. Our choice; characters. */
const LONGEST_VALUE = 60;
/** What may stand in brackets and be a source: `fukuchi-2017`, `popular-articles`, `A29`. */
const ID = /^(?:[a-z]+(?:-[a-z0-9]+)+|A\d\d)$/;

/** Where a document that the number was taken from says so: of no use to a reader of the page. */
const PLACE_IN_A_DOCUMENT =
  /,?\s*\(?(?:\b(?:of|in|from|as)\s+)?\b(?:models|training|clinical|evidence)\.md(?:\s+§?[A-Z\d][\w.]*)?(?:\s+has it)?\)?/g;

/**
 * @param source the file it stands in
 * @param constant as the engine's own search for numbers finds it
 */
export function engineNumber(
  path: string,
  source: string,
  constant: { readonly name: string; readonly line: number; readonly comment: string },
): EngineNumber {
  const { name, line, comment } = constant;
  const cited = [...comment.matchAll(/\[([^\]]*)\]/g)]
    .flatMap(([, inside = '']) => inside.split(/[\s,;:]+/))
    .filter((word) => ID.test(word));
  const ours = /\bour choices?\b/i.test(comment);
  const says = comment
    .replaceAll(/\s*\[[^\]]*\]/g, '')
    .replaceAll(PLACE_IN_A_DOCUMENT, '')
    .replaceAll(/\s*\bour choices?\b[.:]?/gi, '')
    .replaceAll(/`/g, '')
    .replaceAll(/^[\s;,.:]+|[\s/;,:]+$/g, '');
  const first = source.split('\n')[line - 1] ?? '';
  const value =
    /=\s*([^=].*);\s*(?:\/\/.*)?$/
      .exec(first)?.[1]
      ?.replace(/ as const$/, '')
      .replaceAll('_', '') ?? null;
  return {
    path,
    name,
    says: says === '' || says === name ? name : `${says.charAt(0).toUpperCase()}${says.slice(1)}`,
    value: value !== null && value.length <= LONGEST_VALUE ? value : null,
    sources: [...new Set([...cited, ...(ours ? ['our-choice'] : [])])],
  };
}
