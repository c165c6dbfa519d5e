using System.Globalization;
using Feeds.Harvester.Json;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>Reads <c>ageRange</c>: a QuantitativeValue, a number, or a string such as "18", "18+" or "18-30".</summary>
internal static class Ages
{
    private const int Everybody = 100;

    /// <summary>
    /// A single age is a minimum (Modelling Opportunity Data, ageRange). From 100 on a maximum means that there is none;
    /// where it is all that is stated, everybody is meant: from 0.
    /// </summary>
    internal static AgeRange? Read(JsonValue value, Repairs repairs)
    {
        value = value.First();
        var (min, max) = value.IsObject() ? (value.Get(Property.MinValue).Integer(), value.Get(Property.MaxValue).Integer())
            : value.IsString() ? Parse(value.Line(NormalisingLimits.Label) ?? "")
            : (value.Integer(), null);
        if ((min ?? max) is not null && (value.IsString() || value.Get(Property.MinValue).First().IsString() || value.Get(Property.MaxValue).First().IsString()))
            repairs.AddOnce("age-as-text", Quote(value));
        return Check(min, max, repairs);
    }

    private static AgeRange? Check(int? min, int? max, Repairs repairs)
    {
        if (min is < 0 or >= Everybody)
        {
            repairs.Add("age-dropped", min.Value.ToString(CultureInfo.InvariantCulture));
            min = null;
        }

        if (max is >= Everybody)
            return new AgeRange(min ?? 0, null);
        if (max is <= 0)
            max = null;
        if (min > max)
        {
            repairs.Add("age-range-reversed", $"{min} to {max}");
            return null;
        }

        return min is null && max is null ? null : new AgeRange(min, max);
    }

    private static (int? Min, int? Max) Parse(string text)
    {
        var dash = text.IndexOfAny(['-', '–']);
        return dash < 0 ? (Age(text.TrimEnd('+')), null) : Age(text[..dash]) is { } min && Age(text[(dash + 1)..]) is { } max ? (min, max) : (null, null);
    }

    private static string Quote(JsonValue value) => value.Line(NormalisingLimits.Label)
        ?? $"{value.Get(Property.MinValue).Line(NormalisingLimits.Label)}-{value.Get(Property.MaxValue).Line(NormalisingLimits.Label)}";

    private static int? Age(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : null;
}
