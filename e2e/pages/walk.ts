import type { TestServer } from '../../tools/test/server.ts';
import type { TestBrowser, PersonOptions } from '../../tools/test/browser.ts';
import type { Someone } from '../people.ts';

/** How somebody looks at the pages. */
export type Look = Required<Pick<PersonOptions, 'language' | 'dark' | 'width'>>;

/** Where the pages come from: the sites of the repository and the one of `tools/test/sixth-site.ts`, with the database behind and the mails. */
export type Scene = Pick<TestServer, 'url' | 'app' | 'mail'> & { browser: TestBrowser };

/**
 * A way through pages that one person takes. `stop` is called wherever there is something to look at: a page, or a state of
 * it such as an open dialog or faults at the fields. `route` is the web app's route it belongs to; null for pages outside.
 */
export type Walk = { name: string; go: (visit: Visit) => Promise<void> };

/** A walk that has a test of its own, which looks at every stop as well, and the routes that it comes by. */
export type JourneyWalk = Walk & { routes: readonly string[] };

export type Visit = {
  scene: Scene;
  look: Look;
  someone: Someone;
  stop: (name: string, route: string | null) => Promise<void>;
};
