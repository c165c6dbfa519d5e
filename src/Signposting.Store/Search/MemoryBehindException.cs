namespace Signposting.Store.Search;

/// <summary>What a search was answered from has changed in the store meanwhile; it is done again.</summary>
internal sealed class MemoryBehindException : Exception;
