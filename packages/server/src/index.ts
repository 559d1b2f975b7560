export { recordCheckIn, type SaidNow } from './check-ins/record-check-in.ts';
export { systemClock, type Clock } from './clock.ts';
export { gatherHistory, spokenDay, type History } from './history.ts';
export { OWN_RUNNER, type House } from './house.ts';
export { buildApp, type Api, type App } from './http/app.ts';
export {
  CannotListen,
  DEFAULT_HOST,
  DEFAULT_PORT,
  defaultLog,
  type RunningServer,
  type ServerOptions,
  startServer,
} from './http/start-server.ts';
export {
  importPaths,
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
} from './imports/import-paths.ts';
export { auditFor } from './load/audit-for.ts';
export { type Load, loadFor } from './load/load-for.ts';
export { usualWeek, type UsualWeek } from './load/usual-week.ts';
export { reportOf, type ReportOptions } from './report/report.ts';
export { reportFromStore } from './report/report-from-store.ts';
export {
  type Report,
  REPORT_SCHEMA,
  type ReportCadence,
  type ReportKneeLoad,
  type ReportRun,
  type ReportWeek,
} from './report/report-types.ts';
export { refreshAnalyses } from './runs/refresh-analyses.ts';
export { listRuns } from './runs/run-rows.ts';
export { eraseSample, fillWithSample, type SampleFilled } from './sample/fill-sample.ts';
export { changeSettings } from './settings/change-settings.ts';
export { todayFor } from './today/today-for.ts';
export { version } from './version.ts';
export { restoreInto } from './backup/restore-into.ts';
export { retryQuarantined, type Retried } from './quarantine/retry.ts';
export { tryPaths, type TrialResult } from './trial/try-import.ts';
export { watchFolder, type WatchEvent, type WatchOptions } from './watch/watch-folder.ts';
