/** How often a score puts an injured row above one that is not: the area under the ROC curve. */

/**
 * Area under the ROC curve by ranks (Mann–Whitney); ties count half.
 * @param weights how often each row counts (bootstrap resamples); once each unless told
 * @throws RangeError where either kind is absent
 */
export function auc(
  scores: readonly number[],
  positive: readonly boolean[],
  weights: ArrayLike<number> | null = null,
): number {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  return aucInOrder(order, scores, positive, weights);
}

/** The same where the order of the scores is known already. @param order indices of `scores`, lowest score first */
export function aucInOrder(
  order: readonly number[],
  scores: readonly number[],
  positive: readonly boolean[],
  weights: ArrayLike<number> | null,
): number {
  let below = 0;
  let pairs = 0;
  let positives = 0;
  for (let from = 0; from < order.length;) {
    const score = scores[order[from] ?? 0];
    let tiedPositive = 0;
    let tiedNegative = 0;
    let to = from;
    for (; to < order.length && scores[order[to] ?? 0] === score; to += 1) {
      const row = order[to] ?? 0;
      const weight = weights === null ? 1 : (weights[row] ?? 0);
      if (positive[row] === true) tiedPositive += weight;
      else tiedNegative += weight;
    }
    pairs += tiedPositive * (below + tiedNegative / 2);
    below += tiedNegative;
    positives += tiedPositive;
    from = to;
  }
  if (!(positives > 0 && below > 0)) {
    throw new RangeError(`rows must be of both kinds, got ${positives} positive and ${below} negative`);
  }
  return pairs / (positives * below);
}
