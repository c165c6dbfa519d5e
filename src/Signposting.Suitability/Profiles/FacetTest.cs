namespace Signposting.Suitability.Profiles;

/// <summary>Which levels a rule accepts, facet by facet; a facet that it does not speak of accepts all.</summary>
internal sealed class FacetTest
{
    private readonly (int Facet, byte Accepted)[] _tests;

    /// <param name="tests">A facet's index, and a bit for each accepted level.</param>
    internal FacetTest(IEnumerable<(int Facet, byte Accepted)> tests) => _tests = [.. tests];

    internal bool AcceptsAll => _tests.Length == 0;

    internal bool Accepts(ReadOnlySpan<byte> levels)
    {
        foreach (var (facet, accepted) in _tests)
        {
            if (((accepted >> levels[facet]) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
