using Signposting.Store.Opportunities;

namespace Signposting.Store.Tests.Building;

/// <summary>Descriptions with any of their properties, whichever there are, so that a new one is not forgotten.</summary>
internal static class AnyDescription
{
    private static readonly string[] Texts = ["", "Yoga", "Tai Chi – \"gentle\" <for all> café 🧘", "a\\b/c\u2028\n\t\u0001", new string('x', 3000), "{\"@type\":\"Schedule\"}"];

    public static Description Random(Random random) => (Description)Make(typeof(Description), random);

    private static object Make(Type type, Random random)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            type = inner;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        if (type.IsGenericType)
            return Many(type.GetGenericArguments()[0], random);
        return Plain(type, random) ?? Record(type, random);
    }

    private static object? Plain(Type type, Random random) => type.Name switch
    {
        nameof(String) => Texts[random.Next(Texts.Length)],
        nameof(Boolean) => random.Next(2) == 0,
        nameof(Int32) => random.Next(3) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(100),
        nameof(Double) => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 4)),
        nameof(Decimal) => new decimal(random.Next(), random.Next(3), 0, random.Next(2) == 0, (byte)random.Next(12)),
        nameof(DateOnly) => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
        nameof(TimeOnly) => new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)),
        nameof(DateTimeOffset) => new DateTimeOffset(2026, 11, 3, random.Next(24), 30, 0, random.Next(2) * 250, TimeSpan.FromHours(random.Next(-2, 3))),
        _ => null,
    };

    private static Array Many(Type type, Random random)
    {
        var many = Array.CreateInstance(type, random.Next(4));
        for (var i = 0; i < many.Length; i++)
            many.SetValue(Make(type, random), i);
        return many;
    }

    /// <summary>What must be there is; a half of all else is.</summary>
    private static object Record(Type type, Random random)
    {
        var maker = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var made = maker.Invoke([.. maker.GetParameters().Select(parameter => Make(parameter.ParameterType, random))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !Array.Exists(maker.GetParameters(), parameter => parameter.Name == property.Name)))
        {
            var mustBe = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null;
            if (mustBe || random.Next(2) == 0)
                property.SetValue(made, Make(property.PropertyType, random));
        }

        return made;
    }
}
