using System.Globalization;

namespace Feeds.Harvester.Normalising;

/// <summary>Notes of what was changed or left out while reading a record, each a code and the value it is about.</summary>
internal sealed class Repairs
{
    private List<string>? _notes;

    internal bool IsEmpty => _notes is null;

    internal void Add(string code, string about)
    {
        _notes ??= [];
        var note = $"{code}: {Text.Line(about, NormalisingLimits.QuotedValue)}";
        if (_notes.Count < NormalisingLimits.Repairs && !_notes.Contains(note))
            _notes.Add(note);
    }

    /// <summary>For what is the same all through a record: prices as text. The first value stands for all.</summary>
    internal void AddOnce(string code, string about)
    {
        if (_notes?.Exists(note => note.StartsWith(code, StringComparison.Ordinal)) != true)
            Add(code, about);
    }

    internal void Add(string code, double first, double second) =>
        Add(code, string.Create(CultureInfo.InvariantCulture, $"{first}, {second}"));

    internal IReadOnlyList<string>? ToList() => _notes;
}
