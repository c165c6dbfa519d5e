using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Feeds.Harvester.Json;
using Xunit;

namespace Feeds.Harvester.Tests.Json;

/// <summary>The quick way through JSON takes for JSON only what the library's reader takes for it, and finds the same values.</summary>
public sealed class JsonTokensTests
{
    private const string Record = """
        {"@type":"Slot","n":[-1.5e+3,0,0.25,12E2],"t":[true,false,null,{}],"e":[[],[{"a":{}}]],"s":"a\"\\\/\b\u00e9\ud83d\ude00é",
        "name":1,"name":2,"ur\u006c":"by an escaped name","\u0040id":"","\/":0,"" : "" , "offers" : [ { "price" : 7 } , { "price" : "4.90" } ] }
        """;

    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = JsonTokens.MostLevels };

    [Fact]
    public void A_record_that_is_swept_has_the_values_that_a_document_has() => Assert.True(IsSwept(Record));

    [Theory]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":1.}")]
    [InlineData("{\"a\":-}")]
    [InlineData("{\"a\":+1}")]
    [InlineData("{\"a\":1e}")]
    [InlineData("{\"a\":tru}")]
    [InlineData("{\"a\":nul")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{\"a\":\"\\u12g4\"}")]
    [InlineData("{\"a\":\"tab\there\"}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":[1 2]}")]
    [InlineData("{\"a\":[1,]}")]
    [InlineData("{\"a\":[}")]
    [InlineData("{\"a\":{]}")]
    [InlineData("{,}")]
    [InlineData("{\"a\":1}}")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a")]
    [InlineData("// no\n{}")]
    public void What_is_no_JSON_is_refused_as_the_library_refuses_it(string text) => Assert.False(IsSwept(text));

    [Fact]
    public void A_record_in_which_any_byte_is_another_is_judged_as_the_library_judges_it()
    {
        var random = new Random(1);
        var bytes = Encoding.UTF8.GetBytes(Record);
        foreach (var at in Enumerable.Range(0, bytes.Length))
        {
            foreach (var other in "{}[]\",:\\ 0-.eEtu\n\t".Select(sign => (byte)sign).Append((byte)random.Next(1, 127)))
            {
                var broken = bytes.ToArray();
                broken[at] = other;
                Compare(broken);
            }

            Compare(bytes[..at]);
            Compare([.. bytes[..at], .. bytes[(at + 1)..]]);
        }
    }

    [Fact]
    public void What_is_nested_too_deep_or_has_too_many_tokens_is_left_to_the_reader()
    {
        var deep = Encoding.UTF8.GetBytes($"{new string('[', 65)}{new string(']', 65)}");
        using var ofDeep = new JsonTokens(deep, int.MaxValue);
        using var few = new JsonTokens("[1,2,3]"u8.ToArray(), 3);
        Assert.Null(ofDeep.Sweep(0, out _, out _).Tokens);
        Assert.Null(few.Sweep(0, out _, out _).Tokens);
    }

    private static bool IsSwept(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Compare(bytes);
        using var tokens = new JsonTokens(bytes, int.MaxValue);
        return tokens.Sweep(0, out var end, out _).Tokens is not null && bytes.AsSpan(end).Trim(" \n"u8).IsEmpty;
    }

    private static void Compare(byte[] bytes)
    {
        // What is no UTF-8 is refused before it is read.
        if (!Utf8.IsValid(bytes))
            return;
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(bytes, Limits);
        }
        catch (JsonException refused)
        {
            var ours = Assert.ThrowsAny<JsonException>(() => JsonTokens.Parse(bytes, out _));
            Assert.Equal((refused.LineNumber, refused.BytePositionInLine), (ours.LineNumber, ours.BytePositionInLine));
            return;
        }

        using (document)
        using (JsonTokens.Parse(bytes, out var value))
            Same(document.RootElement, value);
    }

    private static void Same(JsonElement expected, JsonValue value)
    {
        Assert.Equal((expected.ValueKind, expected.GetRawText()), (value.ValueKind, value.GetRawText()));
        if (expected.ValueKind == JsonValueKind.Array)
        {
            var items = value.Children;
            foreach (var item in expected.EnumerateArray())
            {
                Assert.True(items.MoveNext());
                Same(item, items.Current);
            }

            Assert.False(items.MoveNext());
        }
        else if (expected.ValueKind == JsonValueKind.Object)
        {
            var members = new JsonMembers(value);
            foreach (var member in expected.EnumerateObject())
            {
                Assert.True(members.MoveNext());
                Same(member.Value, members.Value);
                if (!IsText(() => member.Name))
                    continue;
                Assert.Equal(PropertyNames.Find(Encoding.UTF8.GetBytes(member.Name)), members.Name);
                if (members.Name != Property.None)
                    Assert.Equal(expected.GetProperty(member.Name).GetRawText(), value.Get(members.Name).GetRawText());
            }

            Assert.False(members.MoveNext());
        }
        else if (IsText(expected.ToString))
        {
            Assert.Equal(expected.ToString(), value.ToString());
        }
    }

    /// <summary>Half of a surrogate pair is JSON, but no text.</summary>
    private static bool IsText(Func<string> text)
    {
        try
        {
            return text() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
