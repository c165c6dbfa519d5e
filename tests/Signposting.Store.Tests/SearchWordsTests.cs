using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.Tests;

/// <summary>Signatures of words, which stand in stores.</summary>
public sealed class SearchWordsTests
{
    private const string Texts = "Women’s Übung-Café 12345678 ab Straße ŽIŽKA don't O'Neill × Ελλάδα e\u0301tude/a_b\tlong-winded antidisestablishmentarianism";

    [Fact]
    public void Every_word_and_every_beginning_of_one_may_be_in_what_has_it()
    {
        var signature = SearchWords.SignatureOf(new Description { Text = Texts });
        foreach (var word in SearchWords.Read(Texts)!.All)
            Assert.All(Enumerable.Range(1, word.Length), length => Assert.True(SearchWords.Read(word[..length])!.MayBeIn(signature)));
    }

    [Theory]
    [InlineData(Texts)]
    [InlineData("")]
    [InlineData("  –  '’ ")]
    [InlineData(" Yoga & Pilates ")]
    public void The_plain_form_is_the_words_with_a_blank_between_them(string text) =>
        Assert.Equal(string.Join(' ', SearchWords.Read(text + " end")!.All.SkipLast(1)), SearchWords.Plain(text));

    [Fact]
    public void A_signature_has_no_bits_but_those_of_its_words()
    {
        var words = SearchWords.Read(Texts)!.All;
        var signature = SearchWords.SignatureOf(new Description { Text = Texts });
        var together = new byte[SearchWords.SignatureBytes];
        foreach (var word in words)
        {
            var one = SearchWords.SignatureOf(new Description { Name = word });
            for (var i = 0; i < one.Length; i++)
                together[i] |= one[i];
        }

        Assert.Equal(together, signature);
    }

    [Theory]
    [InlineData("ab", "")]
    [InlineData("Café-yoga's", "68 395 416 440")]
    public void The_bits_are_those_that_signatures_in_stores_have(string text, string places)
    {
        var signature = SearchWords.SignatureOf(new Description { Name = text });
        Assert.Equal(places, string.Join(' ', Enumerable.Range(0, 8 * signature.Length).Where(place => (signature[place >> 3] & (1 << (place & 7))) != 0)));
    }
}
