using Signposting.Store.Access;
using Signposting.Store.Areas;

namespace Signposting.Store;

internal partial interface IStoreReader : IAccessReader, IAreaReader;

internal partial interface IStoreWriter : IAccessWriter, IAreaWriter;
