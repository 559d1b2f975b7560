/**
 * Kysely on Node's own SQLite. Two things differ from Kysely's SQLite dialect because two processes may use
 * one store: transactions take the write lock when they begin (with a plain `begin` both read, then one fails
 * when it first writes), and migrations run inside a transaction, so that only one process makes the tables.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { fromSqlite, StoreError } from '../store-error.ts';

/** How long in all a statement waits for another process, ms. Our choice: an import's longest file. */
const PATIENCE_MS = 15_000;
/** Between two tries, ms. SQLite waits for a while of its own in each, and then nothing else goes on. Our choice. */
const PAUSE_MS = 50;

/** Those who run these say themselves how long they wait. */
const WAITS_ITSELF = /^\s*(?:pragma|vacuum)\b/i;

/** Waits for another process without holding this one up: whoever asks for something else is answered meanwhile. */
class PatientConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #database: DatabaseSync;
  constructor(inner: DatabaseConnection, database: DatabaseSync) {
    this.#inner = inner;
    this.#database = database;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // Within a transaction the lock is held already, and a statement tried twice might be done twice.
    const patient = !this.#database.isTransaction && !WAITS_ITSELF.test(query.sql);
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await this.#inner.executeQuery<R>(query);
      } catch (error) {
        const busy = error instanceof StoreError && error.code === 'busy';
        if (!busy || !patient || performance.now() > until) throw error;
        await setTimeout(PAUSE_MS);
      }
    }
  }
  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#inner.streamQuery<R>(query, chunkSize);
  }
}

class ManyProcessesDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  constructor(database: DatabaseSync, adapted: SqliteDatabase) {
    super({ database: adapted });
    this.#database = database;
  }
  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection(), this.#database);
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk makes SQLite roll back by itself; a second rollback would hide the reason.
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;
  readonly #adapted: SqliteDatabase;
  /** @param place how errors name the database */
  constructor(database: DatabaseSync, place: string) {
    const adapted = adapt(database, place);
    super({ database: adapted });
    this.#database = database;
    this.#adapted = adapted;
  }
  override createDriver(): Driver {
    return new ManyProcessesDriver(this.#database, this.#adapted);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

/** More texts than the store's own queries have; those with a list of values come in several lengths. */
const CACHED_STATEMENTS = 200;

function adapt(database: DatabaseSync, place: string): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  const translated = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw fromSqlite(error, place);
    }
  };
  const wrap = (statement: StatementSync): SqliteStatement => ({
    reader: statement.columns().length > 0,
    all: (values) => translated(() => statement.all(...values.map(toSqlite))),
    run: (values) => translated(() => statement.run(...values.map(toSqlite))),
    iterate: (values) => statement.iterate(...values.map(toSqlite)),
  });
  return {
    close: () => {
      cache.clear();
      database.close();
    },
    prepare(text) {
      const cached = cache.get(text);
      if (cached !== undefined) return cached;
      const statement = wrap(translated(() => database.prepare(text)));
      if (cache.size >= CACHED_STATEMENTS) cache.clear();
      cache.set(text, statement);
      return statement;
    },
  };
}

const toSqlite = (value: unknown): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : ((value ?? null) as SQLInputValue);
