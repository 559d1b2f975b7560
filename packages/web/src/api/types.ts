/** What the server sends, as its own schemas say. Types only: no server code reaches the page. */
import type * as api from '@kneewise/server/api';

type Sent<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output'];

export type Status = Sent<typeof api.Status>;
export type ImportBegun = Sent<typeof api.ImportBegun>;
export type FileReceived = Sent<typeof api.FileReceived>;
export type OutcomeRow = Sent<typeof api.OutcomeRow>;
export type ImportState = Sent<typeof api.ImportState>;
export type ImportList = Sent<typeof api.ImportList>;
export type RunRow = Sent<typeof api.RunRow>;
export type RunList = Sent<typeof api.RunList>;
export type RunDetail = Sent<typeof api.RunDetail>;
export type Streams = Sent<typeof api.Streams>;
export type CheckIn = Sent<typeof api.CheckIn>;
export type NewCheckIn = Sent<typeof api.NewCheckIn>;
export type NewEvent = Sent<typeof api.NewEvent>;
export type Settings = Sent<typeof api.Settings>;
export type Load = Sent<typeof api.Load>;
export type LoadDay = Sent<typeof api.LoadDay>;
export type SampleFilled = Sent<typeof api.SampleFilled>;
export type Problem = Sent<typeof api.Problem>;
export type Form = Sent<typeof api.Form>;
export type RunForm = Sent<typeof api.RunForm>;
export type Cadence = Sent<typeof api.Cadence>;
export type Plan = Sent<typeof api.Plan>;
export type MoveResult = Sent<typeof api.MoveResult>;
export type Strength = Sent<typeof api.Strength>;
export type StrengthSession = Sent<typeof api.StrengthSession>;
export type Given = Sent<typeof api.Given>;
export type CheckQuestion = Sent<typeof api.CheckQuestion>;
export type CheckState = Sent<typeof api.CheckState>;
export type CheckSummary = Sent<typeof api.CheckSummary>;
export type CheckResult = Sent<typeof api.CheckResultSent>;
