using Signposting.Usage.Counting;

namespace Signposting.Usage.Disclosure;

/// <summary>One side of the cross table: each key that is shown in its own table by itself, all others gathered in one.</summary>
internal sealed class CrossAxis
{
    private readonly List<IReadOnlyList<string>> _places = [];
    private readonly int _gathered = -1;

    /// <param name="isFixed">Keys that are left out where they are not shown, instead of being gathered.</param>
    public CrossAxis(Sheet margin, Measure measure, Func<string, bool> isFixed)
    {
        var hidden = new List<string>();
        foreach (var key in margin.Keys)
        {
            if (margin.Shows(key, measure))
                _places.Add([key.First]);
            else if (!isFixed(key.First))
                hidden.Add(key.First);
        }

        if (hidden.Count == 0)
            return;
        _gathered = _places.Count;
        _places.Add(hidden);
    }

    public int Count => _places.Count;

    public IReadOnlyList<string> Keys(int place) => _places[place];

    public bool IsGathered(int place) => place == _gathered;

    public bool Is(int place, string key) => place != _gathered && _places[place][0] == key;

    public int IndexOf(string key) => _places.FindIndex(keys => keys.Contains(key));
}
