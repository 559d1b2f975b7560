/** The names under which this server may be addressed: whatever else a Host header says is not for us. */
import { networkInterfaces, hostname } from 'node:os';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const HTTP_PORT = 80;

/** An IPv6 address as a URL and a Host header write it. */
const bracketed = (host: string): string =>
  host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

const isEveryAddress = (host: string): boolean => host === '0.0.0.0' || host === '::' || host === '[::]';

/** Addresses and name of this machine, for a server that listens on all of them. */
const ownAddresses = (): string[] => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).map(({ address }) => address),
  ),
];

/**
 * Host headers that are ours, lower case, with the port.
 * @param host what the server listens on
 * @param port the port it really got
 */
export function ownNames(host: string, port: number): ReadonlySet<string> {
  const hosts = [...LOOPBACK, host, ...(isEveryAddress(host) ? ownAddresses() : [])].map((name) =>
    bracketed(name).toLowerCase(),
  );
  return new Set(hosts.flatMap((name) => (port === HTTP_PORT ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/** The address a person opens. */
export const urlOf = (host: string, port: number): string =>
  `http://${isEveryAddress(host) || host === 'localhost' ? '127.0.0.1' : bracketed(host)}:${port}`;
