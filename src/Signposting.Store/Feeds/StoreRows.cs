using Signposting.Store.Feeds;

namespace Signposting.Store;

internal partial interface IStoreReader : ILifecycleReader;

internal partial interface IStoreWriter : ILifecycleWriter;
