namespace OpenActive.Vocabulary.Tests.Words;

/// <summary>What only a name says of whom a class is for.</summary>
public sealed class AudienceTests
{
    [Theory]
    [InlineData("Ladies Only Swimming", "Ladies Only")]
    [InlineData("Women's Football", "Women's")]
    [InlineData("Women’s gym", "Women's")]
    [InlineData("Kickboxing (Women only)", "Women only")]
    [InlineData("Girls Football", "Girls")]
    public void Sessions_for_women(string name, string words) => Assert.Equal(new Said<AudienceGender>(AudienceGender.Female, words), AudienceWords.In(name).Gender);

    [Theory]
    [InlineData("Men's Yoga")]
    [InlineData("Walking Football - Men Only")]
    [InlineData("Boys Gymnastics")]
    public void Sessions_for_men(string name) => Assert.Equal(AudienceGender.Male, AudienceWords.In(name).Gender?.Value);

    [Theory]
    [InlineData("Men's and Women's Running Group")]
    [InlineData("Girls and Boys Football")]
    [InlineData("Ladies & Gents Doubles")]
    [InlineData("Mixed Badminton (women welcome)")]
    [InlineData("Yoga at the Women's Institute")]
    [InlineData("Not just for women: Pilates")]
    [InlineData("This Girl Can Swim")]
    [InlineData("Mental Health Football")]
    [InlineData("Management Training")]
    public void Names_that_restrict_nobody(string name) => Assert.Null(AudienceWords.In(name).Gender);

    [Theory]
    [InlineData("Gentle Yoga (over 50s)", 50, null)]
    [InlineData("Over 50's Circuits", 50, null)]
    [InlineData("Table-Tennis (Over 60)", 60, null)]
    [InlineData("Keep Fit 50+", 50, null)]
    [InlineData("60 plus swim", 60, null)]
    [InlineData("Walking Football 55 and over", 55, null)]
    [InlineData("Swim for Free (Under 16s)", null, 15)]
    [InlineData("Disco for Under 12's", null, 11)]
    [InlineData("Saturday Football - U7s", null, 6)]
    [InlineData("Streetdance 8-11 yrs", 8, 11)]
    [InlineData("Trampolining ages 5 to 7", 5, 7)]
    [InlineData("Junior Judo", null, 17)]
    [InlineData("Teen Gym", 13, 17)]
    [InlineData("Toddler Trampolining", null, 4)]
    [InlineData("Zumba Kids", null, 17)]
    public void Ages(string name, int? min, int? max) => Assert.Equal((min, max), AudienceWords.In(name).Ages?.Value);

    [Theory]
    [InlineData("Ramble 10-11 miles")]
    [InlineData("Yoga 10-11")]
    [InlineData("Over 200 classes a week")]
    [InlineData("Over 60 minutes of fun")]
    [InlineData("HIIT 30")]
    [InlineData("5-a-side")]
    [InlineData("Level 2-3 Pilates")]
    [InlineData("Couch to 5K")]
    [InlineData("Parent and Toddler Swim")]
    [InlineData("Family Yoga with kids")]
    [InlineData("Under Pressure 5 week course")]
    [InlineData("Squash 57")]
    public void Numbers_that_are_no_ages(string name) => Assert.Null(AudienceWords.In(name).Ages);

    [Theory]
    [InlineData("Yoga for Beginners", "Beginner")]
    [InlineData("Pilates (Beginner/Intermediate)", "Beginner, Intermediate")]
    [InlineData("Advanced Karate", "Advanced")]
    public void Levels(string name, string levels) => Assert.Equal(levels, string.Join(", ", AudienceWords.In(name).Levels!.Value.Value));

    [Theory]
    [InlineData("Salsa - not for beginners")]
    [InlineData("Tap: all levels")]
    [InlineData("Gym (advanced booking required)")]
    [InlineData("Yoga, beginners welcome")]
    public void Names_without_a_level(string name) => Assert.Null(AudienceWords.In(name).Levels);

    [Theory]
    [InlineData("FREE Yoga in the Park")]
    [InlineData("Health Walk (FREE)")]
    [InlineData("Tai Chi - Free")]
    [InlineData("Swim for Free (Under 16s)")]
    [InlineData("Free health walk")]
    public void Free(string name) => Assert.NotNull(AudienceWords.In(name).Free);

    [Theory]
    [InlineData("Free Weights Induction")]
    [InlineData("Pain Free Pilates")]
    [InlineData("Gluten-free Baking")]
    [InlineData("Free Running Parkour")]
    [InlineData("Yoga (first session free)")]
    [InlineData("Family Swim - under 5s free")]
    [InlineData("Free Taster Zumba")]
    [InlineData("Falls Free Fitness")]
    public void Not_free(string name) => Assert.Null(AudienceWords.In(name).Free);

    [Fact]
    public void On_a_screen()
    {
        Assert.Equal("Virtual", AudienceWords.In("Body Pump (Virtual)").Virtual);
        Assert.Equal("via Zoom", AudienceWords.In("Chair Yoga via Zoom").Online);
        Assert.Null(AudienceWords.In("Badminton - book online").Online);
    }
}
