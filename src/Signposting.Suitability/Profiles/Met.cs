using System.Globalization;
using Signposting.Suitability.Sources;

namespace Signposting.Suitability.Profiles;

/// <summary>Metabolic equivalent of an activity (1 is rest), and where the value comes from.</summary>
/// <param name="Value">From 1 to 20.</param>
/// <param name="Code">The line of the Compendium of Physical Activities; null for our estimate.</param>
/// <param name="Source">The Compendium, or general knowledge for an estimate.</param>
public sealed record Met(double Value, string? Code, Source Source)
{
    /// <summary>The level of <see cref="Facets.Intensity"/> that a value means: 3 and 6 are the usual thresholds.</summary>
    internal static byte IntensityOf(double value) => value switch
    {
        < 3 => 0,
        < 6 => 1,
        < 9 => 2,
        _ => 3,
    };

    public override string ToString() => Value.ToString("0.0", CultureInfo.InvariantCulture);
}
