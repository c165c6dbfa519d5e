using System.Text;
using System.Text.Json.Nodes;

namespace OpenActive.Vocabulary.Tests;

public sealed class HostileInputTests
{
    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("<!DOCTYPE html><html></html>", "not valid JSON")]
    [InlineData("{\"concept\": [", "not valid JSON")]
    [InlineData("{\"concept\": []} trailing", "not valid JSON")]
    [InlineData("null", "neither a JSON object nor an array")]
    [InlineData("\"text\"", "neither a JSON object nor an array")]
    [InlineData("{}", "holds no concept")]
    [InlineData("{\"concept\": []}", "holds no concept")]
    [InlineData("{\"concept\": {\"id\": 5, \"prefLabel\": {}, \"broader\": [[[]]]}}", "holds no concept")]
    [InlineData("[{\"id\": \"https://openactive.io/activity-list#1\", \"prefLabel\": \"\\ud800\"}]", "not valid Unicode")]
    public void What_is_no_activity_list_is_refused_with_a_sentence(string json, string reason) =>
        AssertRefused(Encoding.UTF8.GetBytes(json), reason);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused() =>
        AssertRefused([.. "[{\"prefLabel\": \""u8, 0xFF, 0xFE, .. "\"}]"u8], "not valid");

    [Fact]
    public void Deep_nesting_is_refused() =>
        AssertRefused(Encoding.UTF8.GetBytes(new string('[', 100_000)), "not valid JSON");

    [Fact]
    public void A_label_of_a_megabyte_is_refused()
    {
        var concept = Lists.Concept(1);
        concept["prefLabel"] = new string('a', 1_000_000);

        AssertRefused(() => Lists.Parse(concept), "prefLabel of 1000000 characters");
    }

    [Fact]
    public void A_cycle_is_refused_and_its_concepts_are_named()
    {
        var error = AssertRefused(() => Lists.Parse(Lists.Concept(1, 3), Lists.Concept(2, 1), Lists.Concept(3, 2), Lists.Concept(4, 3)), "cycle");

        Assert.Contains("\"Concept 1\" above \"Concept 2\" above \"Concept 3\" above \"Concept 1\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_concept_above_itself_is_refused() =>
        AssertRefused(() => Lists.Parse(Lists.Concept(1, 1)), "\"Concept 1\" above \"Concept 1\"");

    [Fact]
    public void More_than_20000_concepts_are_refused() =>
        AssertRefused(() => Lists.Parse(Enumerable.Range(0, 20_001).Select(n => Lists.Concept(n))), "more than 20000 concepts");

    [Fact]
    public void A_chain_of_thousands_is_refused() =>
        AssertRefused(() => Lists.Parse(Enumerable.Range(0, 5_000).Select(n => Lists.Concept(n, n + 1))), "levels deep");

    [Fact]
    public void A_tangle_is_refused()
    {
        const int width = 500;
        var concepts = Enumerable.Range(0, 30 * width).Select(n =>
            n < width ? Lists.Concept(n) : Lists.Concept(n, [.. Enumerable.Range(0, 8).Select(k => ((n / width) - 1) * width + ((n * 7 + k * 61) % width))]));

        AssertRefused(() => Lists.Parse(concepts), "entangled");
    }

    [Fact]
    public void A_concept_with_a_hundred_parents_is_refused() =>
        AssertRefused(() => Lists.Parse(Lists.Concept(0, [.. Enumerable.Range(1, 100)])), "values of broader");

    [Fact]
    public void A_stream_without_an_end_is_refused_after_16_MB()
    {
        using var endless = new EndlessStream();

        AssertRefused(() => ActivityList.Parse(endless), "larger than 16 MB");
        Assert.InRange(endless.Given, 16_000_000, 20_000_000);
    }

    private static void AssertRefused(byte[] json, string reason) => AssertRefused(() => ActivityList.Parse(json), reason);

    private static VocabularyException AssertRefused(Func<object> parse, string reason)
    {
        var error = Assert.Throws<VocabularyException>(parse);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        return error;
    }

    private sealed class EndlessStream : MemoryStream
    {
        internal long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
