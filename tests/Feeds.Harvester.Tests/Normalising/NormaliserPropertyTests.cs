using System.Text;
using Feeds.Harvester.Normalising;
using FsCheck.Fluent;
using FsCheck;
using Signposting.Store.Harvest;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Whatever a publisher sends, the normaliser answers; and equal input gives equal output.</summary>
public sealed class NormaliserPropertyTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e308", "\"\"", "\"x\"", "\"2026-12-01T10:00\"", "\"https://example.org/1\"", "[]", "{}", "[[]]", "[null,{}]",
        "{\"@id\":\"https://example.org/1\"}", "{\"name\":[{}]}", "\"\\u0000\"", "\"\\ud800\"", "9999999999999999999999",
    ];

    private static readonly string[] Names =
    [
        "@type", "type", "@id", "id", "name", "description", "activity", "location", "geo", "organizer", "offers", "price", "ageRange", "genderRestriction",
        "level", "eventSchedule", "byDay", "startTime", "startDate", "endDate", "duration", "superEvent", "subEvent", "facilityUse", "event",
        "individualFacilityUse", "hasCourseInstance", "instanceOfCourse", "address", "amenityFeature", "containedInPlace", "leader", "image", "url", "eventStatus",
    ];

    private static readonly string[] Types =
        ["SessionSeries", "ScheduledSession", "Event", "EventSeries", "HeadlineEvent", "Course", "CourseInstance", "FacilityUse", "IndividualFacilityUse", "Slot", "OnDemandEvent"];

    [Fact]
    public void Any_object_of_any_type_is_kept_or_rejected_with_a_reason() =>
        Prop.ForAll(Record().ToArbitrary(), Answers).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void A_real_record_with_any_bytes_changed_is_kept_or_rejected_with_a_reason()
    {
        string[] files = ["event-not-normalised.json", "event-with-superevent.json", "facilityuse.json", "sessionseries-with-schedule-exdates.json", "courseinstance.json", "slot-referenced-facilityuse.json"];
        var records = files.Select(file => Samples.Read("records", file)[0].Data.ToArray()).ToArray();
        var mutated =
            from record in Gen.Elements(records)
            from changes in Gen.Choose(1, 6).SelectMany(count => Gen.ArrayOf(Change(record.Length), count))
            select Encoding.Latin1.GetString(Apply(record, changes));
        Prop.ForAll(mutated.ToArbitrary(), text => AnswersBytes(Encoding.Latin1.GetBytes(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Equal_data_has_an_equal_hash_and_other_data_another()
    {
        const string json = """{"@type":"Course","name":"x"}""";
        var first = Normal.Change(Normal.Item(json));
        Assert.Equal(first.ContentHash, Normal.Change(Normal.Item(json, id: "8")).ContentHash);
        Assert.NotEqual(first.ContentHash, Normal.Change(json.Replace('x', 'y')).ContentHash);
        Assert.NotEqual(0UL, Normal.Change("").ContentHash);
    }

    [Fact]
    public void What_RPDE_says_of_the_item_is_passed_on()
    {
        foreach (var json in new[] { """{"@type":"Course"}""", "{" })
        {
            var change = Normal.Change(Normal.Item(json, id: "x"));
            Assert.Equal(("x", 5L, Normal.Now), (change.Id, change.Modified, change.ModifiedAt));
        }
    }

    private static bool Answers(string json) => AnswersBytes(Encoding.UTF8.GetBytes(json));

    private static bool AnswersBytes(byte[] data)
    {
        var item = Normal.Item("") with { Data = data };
        var change = Normal.Change(item);
        return change.ContentHash == Normal.Change(item).ContentHash
            && change.Kind == ChangeKind.Rejected == change.Rejection is not null
            && (change.Kind == ChangeKind.Rejected || change.Fragments.Count + change.Sessions.Count > 0)
            && change.Fragments.Select(fragment => fragment.Subject).Distinct().Count() == change.Fragments.Count
            && change.Fragments.All(fragment => fragment.Parent != fragment.Subject);
    }

    private static Gen<string> Record() =>
        from type in Gen.Elements(Types)
        from properties in Gen.ArrayOf(Gen.Zip(Gen.Elements(Names), Value(3)), 6)
        select $"{{\"@type\":\"{type}\",{string.Join(',', properties.Select(property => $"\"{property.Item1}\":{property.Item2}"))}}}";

    private static Gen<string> Value(int depth) => depth == 0
        ? Gen.Elements(Values)
        : Gen.OneOf(
            Gen.Elements(Values),
            Gen.Zip(Gen.Elements(Names), Value(depth - 1)).Select(property => $"{{\"{property.Item1}\":{property.Item2}}}"),
            Gen.Zip(Value(depth - 1), Value(depth - 1)).Select(pair => $"[{pair.Item1},{pair.Item2}]"));

    private static Gen<(int At, byte Value)> Change(int length) =>
        from at in Gen.Choose(0, length - 1)
        from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements("\"{}[]:,\\u0-".Select(letter => (int)letter).ToArray()))
        select (at, (byte)value);

    private static byte[] Apply(byte[] record, (int At, byte Value)[] changes)
    {
        var copy = record.ToArray();
        foreach (var (at, value) in changes)
            copy[at] = value;
        return copy;
    }
}
