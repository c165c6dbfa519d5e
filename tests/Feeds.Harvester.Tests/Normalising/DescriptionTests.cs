using Signposting.Store.Opportunities;
using Xunit;

namespace Feeds.Harvester.Tests.Normalising;

/// <summary>Words, people, prices, ages: each property in the forms in which publishers write it.</summary>
public sealed class DescriptionTests
{
    [Theory]
    [InlineData("<p>Hello&nbsp;<b>you</b></p><p>Bring&amp;wear</p>", "Hello you\n\nBring&wear")]
    [InlineData("One<br/>two<ul><li>three</li></ul>", "One\ntwo\n\n- three")]
    [InlineData("Ages < 5 and > 3\\r\\n\\r\\n\\r\\n\\r\\nok", "Ages < 5 and > 3\n\nok")]
    [InlineData("&lt;p&gt;Twice&lt;/p&gt;", "Twice")]
    [InlineData("a<script>alert(1)</script>b<style>p{}", "ab")]
    [InlineData("a<!-- note -->b <3", "ab <3")]
    [InlineData(" \\u0000\\t ", null)]
    [InlineData("<p></p>", null)]
    public void A_description_is_plain_text(string text, string? expected) =>
        Assert.Equal(expected, Normal.Series($"\"description\":\"{text}\"").Text);

    [Fact]
    public void A_formatted_description_helps_where_there_is_no_other()
    {
        Assert.Equal("Plain", Normal.Series("""  "description":"Plain","beta:formattedDescription":"<b>Rich</b>"  """).Text);
        Assert.Equal("Rich", Normal.Series("""  "description":"","beta:formattedDescription":"<b>Rich</b>"  """).Text);
    }

    [Theory]
    [InlineData("\"  Tai\\tChi \\r\\n &amp; more\\u0007 \"", "Tai Chi & more")]
    [InlineData("\"a\\u202Eb\"", "ab")]
    [InlineData("12", "12")]
    [InlineData("[\"First\",\"Second\"]", "First")]
    [InlineData("{\"a\":1}", null)]
    [InlineData("\"\"", null)]
    public void A_name_is_one_clean_line(string name, string? expected) => Assert.Equal(expected, Normal.Series($"\"name\":{name}").Name);

    [Fact]
    public void Long_text_is_cut_and_never_within_a_letter()
    {
        Assert.Equal(300, Normal.Series($"\"name\":\"{new string('x', 999)}\"").Name!.Length);
        Assert.Equal(5000, Normal.Series($"\"description\":\"{new string('x', 9_999)}\"").Text!.Length);
        Assert.Equal(299, Normal.Series($"\"name\":\"{new string('x', 299)}\\uD83D\\uDE00\"").Name!.Length);
    }

    [Theory]
    [InlineData("\"activity\":\"Zumba\"", Normal.Zumba, "Zumba®")]
    [InlineData("\"activity\":\"" + Normal.Zumba + "\"", Normal.Zumba, "Zumba®")]
    [InlineData("\"activity\":{\"id\":\"" + Normal.Zumba + "\",\"prefLabel\":\"Dancing\"}", Normal.Zumba, "Zumba®")]
    [InlineData("\"activities\":[{\"@type\":\"Concept\",\"prefLabel\":\"zumba\"},\"ZUMBA\"]", Normal.Zumba, "Zumba®")]
    [InlineData("\"activity\":[],\"activities\":\"General\"", null, "General")]
    public void An_activity_is_a_concept_or_the_publishers_word(string property, string? id, string label) =>
        Assert.Equal(new Activity(id, label), Assert.Single(Normal.Series(property).Activities!));

    [Fact]
    public void An_activity_of_which_only_an_unknown_id_is_stated_says_nothing() =>
        Assert.Null(Normal.Series("\"activity\":[\"https://example.org/a#1\",{\"@id\":\"x\"},{},7.5e400]").Activities?.Where(activity => activity.Label.StartsWith("http", StringComparison.Ordinal)).FirstOrDefault());

    [Fact]
    public void Categories_and_facility_types_are_labels() =>
        Assert.Equal(["Squash", "Family", "Fun"], Normal.Series("""  "category":["Family",{"prefLabel":"Fun"},"squash"],"beta:facilityType":[{"prefLabel":"Squash"}]  """).Categories!);

    [Theory]
    [InlineData("""{"name":"Club","telephone":"0113 496 0000","email":"mailto:a@b.org","url":"https://b.org"}""", "Club", "0113 496 0000", "a@b.org", "https://b.org")]
    [InlineData("""[{"legalName":"Club Ltd","beta:contactPoint":{"telephone":"tel:01134960000","email":"a@b.org"}}]""", "Club Ltd", "01134960000", "a@b.org", null)]
    [InlineData("\"Club\"", "Club", null, null, null)]
    [InlineData("""{"@type":"Person","name":"Anna Smith","email":"anna@b.org","telephone":"0113 496 0000","url":"https://anna.org"}""", "Anna", null, null, null)]
    [InlineData("""{"givenName":"Anna","familyName":"Smith","email":"anna@b.org"}""", "Anna", null, null, null)]
    [InlineData("""{"name":"Club","email":"not a mail","url":"javascript:alert(1)","telephone":"none"}""", "Club", null, null, null)]
    public void Of_an_organiser_the_contact_is_kept_and_of_a_person_the_given_name(string organizer, string? name, string? telephone, string? email, string? url) =>
        Assert.Equal(new Organizer { Name = name, Telephone = telephone, Email = email, Url = url }, Normal.Series($"\"organizer\":{organizer}").Organizer);

    [Theory]
    [InlineData("""{"givenName":"Casey","familyName":"Daniel","email":"c@d.org"}""", "Casey")]
    [InlineData("""[{"name":"Casey Daniel"}]""", "Casey")]
    [InlineData("\"Dr. Casey Daniel\"", "Casey")]
    [InlineData("\"Mrs Daniel\"", null)]
    [InlineData("\"Daniel, Casey\"", null)]
    [InlineData("\"casey@d.org\"", null)]
    [InlineData("""{"name":null}""", null)]
    public void Of_a_leader_the_given_name_is_kept_at_most(string leader, string? expected) => Assert.Equal(expected, Normal.Series($"\"leader\":{leader}").Leader);

    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("\"5.50\"", 5.5)]
    [InlineData("\"£5.50\"", 5.5)]
    [InlineData("\"5,50\"", 5.5)]
    [InlineData("\"1,200.00\"", 1200.0)]
    [InlineData("\"Free\"", 0.0)]
    [InlineData("-1", null)]
    [InlineData("10001", null)]
    [InlineData("1e400", null)]
    [InlineData("\"5 or 6\"", null)]
    public void A_price_is_read_or_dropped_and_noted(string price, double? expected)
    {
        var own = Normal.Series($$"""  "offers":{"name":"Adult","price":{{price}}}  """);
        Assert.Equal((decimal?)expected, Assert.Single(own.Offers!).Price);
        Assert.Equal(expected is null, own.Repairs?[0].StartsWith("price-dropped: ", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Offers_with_one_id_are_two_and_at_most_twenty_are_kept()
    {
        var offers = Normal.Series("""  "offers":[{"@id":"a","price":"£3","ageRestriction":{"minValue":60}},{"@id":"a","price":4,"priceCurrency":"gbp","ageRange":"5-15","url":"https://b.org"},{},"x"]  """).Offers!;
        Assert.Equal([new Offer { Price = 3, Currency = "GBP", MinAge = 60 }, new Offer { Price = 4, Currency = "GBP", MinAge = 5, MaxAge = 15, Url = "https://b.org" }], offers);
        Assert.Equal(20, Normal.Series($"\"offers\":[{string.Join(',', Enumerable.Repeat("{\"price\":1}", 30))}]").Offers!.Count);
    }

    [Theory]
    [InlineData("""{"minValue":16,"maxValue":30}""", 16, 30)]
    [InlineData("""{"minValue":"16","maxValue":120}""", 16, null)]
    [InlineData("""{"maxValue":15}""", null, 15)]
    [InlineData("""{"maxValue":110}""", 0, null)]
    [InlineData("\"18\"", 18, null)]
    [InlineData("\"18+\"", 18, null)]
    [InlineData("\"18-30\"", 18, 30)]
    [InlineData("18", 18, null)]
    public void An_age_range_is_read_in_every_form(string ages, int? min, int? max) =>
        Assert.Equal(new AgeRange(min, max), Normal.Series($"\"ageRange\":{ages}").AgeRange);

    [Theory]
    [InlineData("\"adults\"")]
    [InlineData("{}")]
    [InlineData("""{"minValue":50,"maxValue":16}""")]
    [InlineData("""{"minValue":-4}""")]
    public void An_age_range_that_says_nothing_is_not_stated(string ages) => Assert.Null(Normal.Series($"\"ageRange\":{ages}").AgeRange);

    [Theory]
    [InlineData("\"oa:FemaleOnly\"", GenderRestriction.Female)]
    [InlineData("[\"https://openactive.io/MaleOnly\"]", GenderRestriction.Male)]
    [InlineData("\"https://openactive.io/ns#FemaleOnly\"", GenderRestriction.Female)]
    [InlineData("\"mixed\"", GenderRestriction.None)]
    [InlineData("\"https://openactive.io/NoRestriction\"", GenderRestriction.None)]
    [InlineData("\"whoever\"", null)]
    [InlineData("null", null)]
    public void A_gender_restriction_is_read_or_not_stated(string gender, GenderRestriction? expected) =>
        Assert.Equal(expected, Normal.Series($"\"genderRestriction\":{gender}").Gender);

    [Theory]
    [InlineData("\"level\":\"Beginner\"")]
    [InlineData("\"level\":[{\"prefLabel\":\"Beginner\"},\"beginner\"]")]
    [InlineData("\"beta:level\":\"Beginner\"")]
    public void A_level_is_a_label(string level) => Assert.Equal(["Beginner"], Normal.Series(level).Levels!);

    [Fact]
    public void Accessibility_support_is_a_label_also_where_only_the_id_is_stated() =>
        Assert.Equal(["Deaf", "Visual impairment"], Normal.Series("""  "accessibilitySupport":["Deaf",{"@id":"https://openactive.io/accessibility-support#1393f2dc-3fcc-4be9-a99f-f1e51f5ad277"},{"@id":"https://example.org/x"}]  """).AccessibilitySupport!);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"https://schema.org/False\"", false)]
    [InlineData("0", false)]
    [InlineData("\"perhaps\"", null)]
    public void A_yes_or_no_is_read_in_every_form(string value, bool? expected)
    {
        var own = Normal.Series($"\"isAccessibleForFree\":{value},\"beta:isWheelchairAccessible\":{value},\"isCoached\":{value}");
        Assert.Equal((expected, expected, expected), (own.IsAccessibleForFree, own.IsWheelchairAccessible, own.IsCoached));
    }

    [Fact]
    public void The_notes_and_numbers_are_read_also_under_their_beta_names()
    {
        var own = Normal.Series("""
            "meetingPoint":"","beta:meetingPoint":"Gate","schedulingNote":null,"beta:schedulingNote":"Term time","attendeeInstructions":"<p>Water</p>","accessibilityInformation":"Ramp",
            "maximumUses":"4","programme":{"name":"Couch to 5k"},"image":[{"url":"data:x"},{"url":"https://example.org/i.png"}],"url":" https://example.org/x "
            """);
        Assert.Equal(("Gate", "Term time", "Water", "Ramp"), (own.MeetingPoint, own.SchedulingNote, own.AttendeeInstructions, own.AccessibilityInformation));
        Assert.Equal((4, "Couch to 5k", "https://example.org/i.png", "https://example.org/x"), (own.MaximumCapacity, own.Programme, own.Image, own.Url));
    }

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("https://")]
    [InlineData("https://user@example.org/")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/<script>")]
    [InlineData("//example.org")]
    [InlineData("www.example.org")]
    public void Only_a_proper_web_address_is_a_link(string url) => Assert.Null(Normal.Series($"\"url\":\"{url}\"").Url);

    [Fact]
    public void Empty_values_mean_absent()
    {
        string[] names = ["name", "description", "activity", "category", "location", "organizer", "offers", "isAccessibleForFree", "ageRange", "genderRestriction", "level", "accessibilitySupport", "leader", "image", "programme", "url", "eventSchedule", "startDate", "endDate", "meetingPoint", "eventStatus", "eventAttendanceMode"];
        string[] empty = ["null", "\"\"", "\"  \"", "[]", "[null]", "[\"\"]"];
        Assert.All(empty, value => Assert.Equal(new Description(), Normal.Series(string.Join(',', names.Select(name => $"\"{name}\":{value}")))));
    }

    [Fact]
    public void Of_a_name_that_occurs_twice_the_last_value_counts()
    {
        Assert.Equal("B", Normal.Series("\"name\":\"A\",\"name\":\"B\"").Name);
        Assert.Null(Normal.Series("\"name\":\"A\",\"n\\u0061me\":null").Name);
    }
}
