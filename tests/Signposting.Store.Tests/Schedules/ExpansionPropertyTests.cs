using FsCheck;
using FsCheck.Fluent;
using Signposting.Store.Opportunities;
using Signposting.Store.Schedules;

namespace Signposting.Store.Tests.Schedules;

public sealed class ExpansionPropertyTests
{
    private static readonly DateOnly Epoch = new(2026, 1, 1);

    private static readonly Gen<RepeatDay> Weekdays =
        from weekday in Gen.Choose(1, 7)
        from ordinal in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(-5, 5)))
        select new RepeatDay(weekday, ordinal);

    private static readonly Gen<Recurrence> Recurrences =
        from unit in Gen.Elements(Enum.GetValues<RepeatUnit>())
        from every in Gen.Choose(1, 4)
        from start in Gen.Choose(0, 700)
        from length in Maybe(Gen.Choose(0, 900))
        from days in Some(Weekdays)
        from monthDays in Some(Gen.Elements(-31, -2, -1, 1, 2, 15, 28, 29, 30, 31))
        from months in Some(Gen.Choose(1, 12))
        from count in Maybe(Gen.Choose(1, 20))
        from except in Some(Gen.Choose(0, 800))
        select new Recurrence
        {
            Start = new TimeOnly(10, 0),
            Unit = unit,
            Every = every,
            From = Epoch.AddDays(start),
            To = length is { } days1 ? Epoch.AddDays(start + days1) : null,
            Days = days,
            MonthDays = monthDays,
            Months = months,
            Count = count,
            Except = except?.Select(Epoch.AddDays).ToArray(),
        };

    [Fact]
    public void Day_by_day_finds_what_period_by_period_does() => Prop.ForAll(
        Recurrences.ToArbitrary(),
        Gen.Choose(-30, 200).ToArbitrary(),
        Gen.Choose(0, 400).ToArbitrary(),
        (recurrence, begin, length) =>
        {
            var first = recurrence.From!.Value.AddDays(begin);
            var last = first.AddDays(length);
            var expected = Calendar.Days(recurrence, first, last);
            var found = Expansion.Days(recurrence, first, last).ToList();
            return found.SequenceEqual(expected).Label($"found {string.Join(' ', found)}, expected {string.Join(' ', expected)}")
                .Classify(expected.Count > 0, "has days");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((2, Gen.Constant<T?>(null)), (1, gen.Select(value => (T?)value)));

    private static Gen<T[]?> Some<T>(Gen<T> gen) =>
        Gen.Frequency((4, Gen.Constant<T[]?>(null)), (1, from size in Gen.Choose(1, 5) from values in gen.ArrayOf(size) select (T[]?)values));
}
