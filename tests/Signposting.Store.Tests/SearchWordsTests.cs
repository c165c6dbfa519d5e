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
        var signature = WordSignature.Of(new Description { Text = Texts });
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
        var signature = WordSignature.Of(new Description { Text = Texts });
        var together = new byte[WordSignature.Bytes];
        foreach (var word in words)
        {
            var one = WordSignature.Of(new Description { Name = word });
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
        var signature = WordSignature.Of(new Description { Name = text });
        Assert.Equal(places, string.Join(' ', Places(signature)));
    }

    /// <summary>Long and short ones, in letters of one byte and of two, with and without ends of words where a part of them ends.</summary>
    [Fact]
    public void The_bits_of_any_texts_are_those_of_their_words_and_of_no_others()
    {
        string[] pieces = ["a", "Yoga", "über", "o’clock", "'", " ", " ", ", ", "–", "٣", "Ω", "e\u0301", "\0", "\u0001", "ž9", "swimming", "\u212A", "Ĳ", "\ud83d\ude00", "–\t"];
        var random = new Random(11);
        for (var turn = 0; turn < 3000; turn++)
        {
            var most = turn % 50 == 0 ? 1500 : 40;
            var common = random.Next(2) == 0 ? 9 : pieces.Length;
            string Piece() => random.Next(4) == 0 ? $"{(char)random.Next(0x80)}" : pieces[random.Next(common)];
            string TextOf() => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Piece()));
            var description = new Description
            {
                Name = TextOf(), Text = random.Next(3) > 0 ? TextOf() : null, Place = new Place { Name = TextOf() }, Organizer = new Organizer { Name = TextOf() }, Activities = [new(null, TextOf()), new(null, TextOf())],
            };
            string[] texts = [description.Name, description.Text ?? "", description.Place.Name!, description.Organizer.Name!, .. description.Activities.Select(activity => activity.Label)];
            Assert.Equal(texts.SelectMany(text => SearchWords.Read(text)?.All ?? []).SelectMany(PlacesOf).Distinct().Order(), Places(WordSignature.Of(description)));
        }
    }

    [Fact]
    public void A_word_longer_than_any_and_a_text_of_many_have_their_bits()
    {
        foreach (var length in (int[])[1000, 1021, 1022, 1023, 1024, 1025, 1026, 2048, 5000])
        {
            Assert.Equal(PlacesOf("abcdefghij").Order(), Places(WordSignature.Of(new Description { Text = "abcdef" + new string('x', length - 6) })));
            Assert.Equal(PlacesOf("abcdefg").Order(), Places(WordSignature.Of(new Description { Name = new string(' ', length - 6) + "abcdef" })));
            Assert.Equal(PlacesOf("abcdefg").Order(), Places(WordSignature.Of(new Description { Name = new string('\'', length - 6) + "abcdef" })));
        }
    }

    private static IEnumerable<int> Places(byte[] signature) =>
        Enumerable.Range(0, 8 * signature.Length).Where(place => (signature[place >> 3] & (1 << (place & 7))) != 0);

    /// <summary>FNV-1a of the first three, four and six letters, folded into nine bits.</summary>
    private static IEnumerable<int> PlacesOf(string word)
    {
        foreach (var length in (int[])[3, 4, 6])
        {
            var hash = word.Take(length).Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);
            if (word.Length >= length)
                yield return (int)((hash ^ (hash >> 32)) & 511);
        }
    }
}
