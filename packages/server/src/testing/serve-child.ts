/** A server in a process of its own, to be killed: prints its address and serves the folder it is given. */
import { startServer } from '../http/start-server.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: serve-child.ts FOLDER');
const { url } = await startServer({ dataDir, port: 0 });
process.stdout.write(`${url}\n`);
