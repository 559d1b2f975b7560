/** On what machine, and when: the part of a result that lets another person compare. No names, no paths. */
import { availableParallelism, cpus, totalmem } from 'node:os';

const BYTES_PER_GB = 1024 ** 3;

/** `8 × Some CPU, 16 GB, Node v24.0.0, linux x64, 2026-11-17` */
export function machine(now: Date): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const cores = availableParallelism();
  const memory = `${Math.round(totalmem() / BYTES_PER_GB)} GB`;
  return `${cores} × ${model}, ${memory}, Node ${process.version}, ${process.platform} ${process.arch}, ${now.toISOString().slice(0, 10)}`;
}
