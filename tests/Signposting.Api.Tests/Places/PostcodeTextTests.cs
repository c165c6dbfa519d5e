using Signposting.Api.Places;

namespace Signposting.Api.Tests.Places;

public sealed class PostcodeTextTests
{
    [Theory]
    [InlineData("LS1 3AD", "LS1 3AD")]
    [InlineData("ls13ad", "LS1 3AD")]
    [InlineData(" m1  1ae ", "M1 1AE")]
    [InlineData("EC1A1BB", "EC1A 1BB")]
    [InlineData("w1a 0ax", "W1A 0AX")]
    [InlineData("B338TH", "B33 8TH")]
    public void A_full_postcode_is_read_as_people_type_it(string typed, string canonical) =>
        Assert.Equal(canonical, Assert.IsType<AskedPlace.FullPostcode>(PostcodeText.Read(typed)).Text);

    [Theory]
    [InlineData("ls1", "LS1")]
    [InlineData("M1", "M1")]
    [InlineData("EC1A", "EC1A")]
    [InlineData(" b33 ", "B33")]
    public void An_outward_code_is_read(string typed, string canonical) =>
        Assert.Equal(canonical, Assert.IsType<AskedPlace.OutwardCode>(PostcodeText.Read(typed)).Text);

    [Theory]
    [InlineData("L")]
    [InlineData("LS")]
    [InlineData("123")]
    [InlineData("LS1 3A")]
    [InlineData("LS1 3ADX")]
    [InlineData("LS1-3AD")]
    [InlineData("ＬＳ1 3AD")]
    [InlineData("LS1 3AD LS1 3AD LS1 3AD")]
    public void Anything_else_is_none(string typed) => Assert.Null(PostcodeText.Read(typed));
}
