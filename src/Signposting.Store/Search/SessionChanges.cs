namespace Signposting.Store.Search;

/// <summary>Whose sessions changed.</summary>
/// <param name="UpTo">The last change that this reader sees.</param>
/// <param name="Subjects">Those of the changes after the one that was asked about.</param>
/// <param name="IsComplete">False: there were more changes than are kept or worth listing; anything may have changed.</param>
internal sealed record SessionChanges(long UpTo, IReadOnlyList<long> Subjects, bool IsComplete);

/// <summary>When sessions of a subject begin that a person can go to, as one state of the store has it.</summary>
/// <param name="From">Unix seconds; earlier ones are not among them.</param>
/// <param name="Starts">In order.</param>
/// <param name="Until">What begins later is not known; <see cref="long.MaxValue"/>: all are here.</param>
/// <param name="IsTimed">Whether any time of it was ever published; null: that has to be asked.</param>
internal sealed record KnownStarts(long From, long[] Starts, long Until, bool? IsTimed = null)
{
    /// <summary>The first start in [from, to).</summary>
    /// <param name="next">Null: there is none.</param>
    /// <returns>False: that cannot be told from here.</returns>
    public bool TryFind(long from, long to, out long? next)
    {
        next = null;
        if (from < From)
            return false;
        foreach (var start in Starts)
        {
            if (start < from)
                continue;
            if (start < to)
                next = start;
            return true;
        }

        return Until >= to;
    }
}
