using System.Text;
using Feeds.Harvester.Json;
using Xunit;

namespace Feeds.Harvester.Tests.Json;

public sealed class PropertyNamesTests
{
    [Theory]
    [InlineData("@type", nameof(Property.AtType))]
    [InlineData("beta:formattedDescription", nameof(Property.FormattedDescription))]
    [InlineData("minValue", nameof(Property.MinValue))]
    [InlineData("maxValue", nameof(Property.MaxValue))]
    [InlineData("minvalue", nameof(Property.None))]
    [InlineData("nam", nameof(Property.None))]
    [InlineData("names", nameof(Property.None))]
    [InlineData("", nameof(Property.None))]
    public void A_name_is_found_by_all_of_its_letters(string name, string property) =>
        Assert.Equal(Enum.Parse<Property>(property), PropertyNames.Find(Encoding.UTF8.GetBytes(name)));

    [Fact]
    public void Every_property_is_found_by_its_name_plain_and_with_escapes()
    {
        foreach (var property in Enum.GetValues<Property>().Where(property => property != Property.None))
        {
            var name = PropertyNames.Of(property);
            Assert.Equal(property, PropertyNames.Find(Encoding.UTF8.GetBytes(name)));
            Assert.Equal(property, PropertyNames.FindEscaped(Encoding.UTF8.GetBytes($"{name[..^1]}\\u{(int)name[^1]:X4}")));
        }
    }

    [Theory]
    [InlineData("nam\\u0165")]
    [InlineData("nam\\ud83d")]
    [InlineData("name\\n")]
    [InlineData("nam\\u00e9")]
    public void What_only_looks_like_a_name_is_none(string name) => Assert.Equal(Property.None, PropertyNames.FindEscaped(Encoding.UTF8.GetBytes(name)));

    [Fact]
    public void Of_names_that_follow_one_another_in_another_order_each_has_its_own_value()
    {
        var text = """[{"name":"a","url":"b"},{"url":"c","name":"d"},{"name":"e","urls":"f","url":"g"},{"names":"h","name" : "i"}]"""u8.ToArray();
        using var tokens = JsonTokens.Parse(text, out var list);
        var read = new List<string>();
        foreach (var entry in list.Children)
            read.Add($"{entry.Get(Property.Name)}{entry.Get(Property.Url)}");
        Assert.Equal(["ab", "dc", "eg", "i"], read);
    }
}
