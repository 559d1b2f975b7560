/** On what machine, when, and how busy it was: what lets another person compare. No names, no paths. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

const BYTES_PER_GB = 1024 ** 3;

/** `8 × Some CPU, 16 GB, Node v24.0.0, linux x64, 2026-11-17, load 0.3 before` */
export function machine(now: Date): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const cores = availableParallelism();
  const memory = `${Math.round(totalmem() / BYTES_PER_GB)} GB`;
  const load = `load ${(loadavg()[0] ?? 0).toFixed(1)} before`;
  const day = now.toISOString().slice(0, 10);
  return `${cores} × ${model}, ${memory}, Node ${process.version}, ${process.platform} ${process.arch}, ${day}, ${load}`;
}
