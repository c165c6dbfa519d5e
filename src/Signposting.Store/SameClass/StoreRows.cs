using Signposting.Store.SameClass;

namespace Signposting.Store;

internal partial interface IStoreWriter : ISameClassWriter;
