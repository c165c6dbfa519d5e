// Reads every feed of a dataset site to its last page with @openactive/harvesting-utils, and keeps nothing.
// usage: node harvest.js DATASET_SITE    → one line of JSON: {"items", "pages", "seconds"}
const { harvestRPDE } = require('@openactive/harvesting-utils');

async function feedsOf(datasetSite) {
  const html = await (await fetch(datasetSite)).text();
  const jsonLd = html.match(/<script[^>]*application\/ld\+json[^>]*>([\s\S]*?)<\/script>/i);
  if (!jsonLd) throw new Error(`${datasetSite} has no JSON-LD`);
  return JSON.parse(jsonLd[1]).distribution.map((feed) => ({ url: feed.contentUrl, name: feed.identifier || feed.name }));
}

function readToEnd({ url, name }) {
  const read = { items: 0, pages: 0 };
  return new Promise((resolve, reject) => {
    harvestRPDE({
      baseUrl: url,
      feedContextIdentifier: name,
      headers: async () => ({}),
      isOrdersFeed: false,
      loggingFns: { log() {}, logError: console.error, logErrorDuringHarvest: console.error },
      // Only the first arrival at the end counts; the process ends before a second.
      config: { howLongToSleepAtFeedEnd: () => 3_600_000 },
      processPage: async ({ rpdePage }) => {
        read.items += rpdePage.items.length;
        read.pages += 1;
      },
      onReachedEndOfFeed: async () => resolve(read),
    }).then(({ error }) => reject(new Error(`${name}: ${JSON.stringify(error)}`)), reject);
  });
}

async function main() {
  const started = performance.now();
  const read = await Promise.all((await feedsOf(process.argv[2])).map(readToEnd));
  const sum = (field) => read.reduce((total, feed) => total + feed[field], 0);
  console.log(JSON.stringify({ items: sum('items'), pages: sum('pages'), seconds: (performance.now() - started) / 1000 }));
  process.exit(0);
}

main().catch((failure) => {
  console.error(failure.message);
  process.exit(1);
});
