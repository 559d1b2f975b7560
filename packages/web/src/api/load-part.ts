/** Code and style of a page that come when it is opened. */
import { api } from './client.ts';

/**
 * Loads them; where that fails because the server is away, says so instead of what the browser says.
 * @throws {ApiError} `unreachable`; whatever the import threw where the server answers, as after an update
 */
export async function loadPart<Part>(part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch (error) {
    await api.status();
    throw error;
  }
}

/** A part that once failed is not asked for again by the browser, so the whole page is, as soon as it can be. */
export async function reloadOnceThere(): Promise<void> {
  await api.status();
  location.reload();
}
