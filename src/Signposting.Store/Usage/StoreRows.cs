using Signposting.Store.Usage;

namespace Signposting.Store;

internal partial interface IStoreReader : IUsageReader;

internal partial interface IStoreWriter : IUsageWriter;
