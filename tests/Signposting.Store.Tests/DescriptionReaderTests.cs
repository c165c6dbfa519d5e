using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signposting.Store.Opportunities;
using Signposting.Store.Tests.Building;

namespace Signposting.Store.Tests;

/// <summary>The reader by hand beside generated code, which reads what the former leaves.</summary>
public sealed class DescriptionReaderTests
{
    [Fact]
    public void Whatever_was_written_is_read_by_hand_and_as_generated_code_reads_it()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var description = AnyDescription.Random(new Random(seed));
            var document = DescriptionCodec.Encode(description);

            var read = DescriptionReader.Read(document);

            Assert.NotNull(read);
            Assert.Equivalent(description, read, strict: true);
            Assert.Equivalent(JsonSerializer.Deserialize(document, DescriptionJson.Default.Description), read, strict: true);
            Assert.Equal(document, DescriptionCodec.Encode(read));
        }
    }

    [Fact]
    public void Properties_of_another_version_are_skipped_wherever_they_stand()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var description = AnyDescription.Random(new Random(seed));
            var document = (JsonObject)JsonNode.Parse(DescriptionCodec.Encode(description))!;
            AddUnknown(document, new Random(seed));
            Assert.Equivalent(description, DescriptionCodec.Decode(Encoding.UTF8.GetBytes(document.ToJsonString())), strict: true);
        }
    }

    [Fact]
    public void Properties_are_read_in_any_order()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var description = AnyDescription.Random(new Random(seed));
            var properties = ((JsonObject)JsonNode.Parse(DescriptionCodec.Encode(description))!).ToArray();
            var turned = new JsonObject(properties.Reverse().Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
            Assert.Equivalent(description, DescriptionCodec.Decode(Encoding.UTF8.GetBytes(turned.ToJsonString())), strict: true);
        }
    }

    [Fact]
    public void The_coordinates_that_older_versions_wrote_twice_are_no_reason_to_read_in_another_way()
    {
        Assert.NotNull(DescriptionReader.Read("""{"place":{"lat":1.5,"lon":-2,"point":{"lat":1.5,"lon":-2}},"url":"https://example.org"}"""u8));
    }

    [Theory]
    [InlineData("""{"name":1}""")]
    [InlineData("""{"offers":[{"price":"1"}]}""")]
    [InlineData("""{"gender":1000}""")]
    [InlineData("""{"recurrences":[{"unit":3,"every":1}]}""")]
    [InlineData("""{"recurrences":[{"start":"25:00:00","unit":3}]}""")]
    [InlineData("""{"name":"a" """)]
    [InlineData("""{"name":"a"}{""")]
    public void What_no_description_can_be_is_refused(string document)
    {
        Assert.ThrowsAny<JsonException>(() => DescriptionCodec.Decode(Encoding.UTF8.GetBytes(document)));
    }

    private static void AddUnknown(JsonObject to, Random random)
    {
        foreach (var child in to.Select(property => property.Value).OfType<JsonObject>())
            AddUnknown(child, random);
        to.Insert(random.Next(to.Count + 1), "newer", JsonNode.Parse("""{"a":[1,{"b":null}],"name":"not this"}"""));
    }
}
