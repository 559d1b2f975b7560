/** What simulated figures take for granted: printed beside every one of them. */

/** [models.md A, B] */
export const OF_RUNNERS =
  'Simulated runners (models.md A). Assumed: pain grows with a power of the load over what the knee takes that day, ' +
  'every variant in its own way; the load is known within 5 to 10 %; capacity grows with running. It shows that the ' +
  'arithmetic is right and what follows from these assumptions, not that runners get better.';

/** [models.md C] */
export const OF_POLICIES =
  `${OF_RUNNERS} Harm is convex above four fifths of capacity by assumption, and the injuries of the session-spike ` +
  'cohort are not simulated. Most of what iv saves over iii-a, at equal kilometres too, comes from starting at half ' +
  'the long run: the share is in rows of its own.';

/** [models.md D] */
export const OF_FORM =
  'Simulated runs (models.md D). Assumed: cadence wanders fast (70 %, 50 s) and slowly (30 %, 800 s) about a straight ' +
  'line on speed, a fade comes in over five minutes, begins anywhere between a fifth and 85 % of what is judged, and ' +
  'stays; the engine knows the population’s slope only. Real noise trips the test more often.';
export const OF_RECORDINGS =
  'Simulated recordings (models.md A, streams), a second at a time, hills and stops included. Assumed: an hour, a fade ' +
  'of −5 steps/min, +10 ms and +4 mm over five minutes, noise as stated there. Real noise trips the test more often.';
export const OF_USUAL_PLACE =
  'Simulated runs (models.md D), 5.6 to 15.4 km. Assumed: the runner fades in every run that is long enough, at a ' +
  'place that varies by a fifth from run to run; noise as stated there.';

/** [models.md E] */
export const OF_CADENCE =
  'Simulated runs (models.md A, E). Assumed: the runner’s cadence is a straight line on speed, a day shifts it by 2.4 ' +
  'steps/min (SD), half minutes scatter by 2.8, every seventh run is 12 % faster.';

/** [models.md F] */
export const OF_AUDIT =
  'Simulated weeks (models.md F). Assumed: a runner repeats a week of three or four runs that varies by a quarter or so ' +
  '(SD), 7 % of runs fall out, no file is lost. Real weeks change more often: one real history gave a clear rise at ' +
  '16 % of random dates. “Clear” means unusual for this runner, never a cause.';

/** [benign-rates.ts] */
export const OF_BENIGN =
  'Simulated people with a benign complaint. Assumed: how often each answer comes, question by question, fixed before ' +
  'anything was measured on it; most of these rates are our choice.';
