using Signposting.Suitability.CodeLists;

namespace Signposting.Suitability.Tests.CodeLists;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("a,b", "a", "b")]
    [InlineData("", "")]
    [InlineData("a,", "a", "")]
    [InlineData(",a", "", "a")]
    [InlineData(" a , b \r", "a", "b")]
    [InlineData("\"a,b\",c", "a,b", "c")]
    [InlineData("\"a\"", "a")]
    [InlineData("\"a\"\"b\",c", "a\"b", "c")]
    [InlineData("\"\"\"\",c", "\"", "c")]
    [InlineData("\"\",c", "", "c")]
    [InlineData("a\"b,c", "ab,c")]
    [InlineData("\"a\"b,c", "ab", "c")]
    public void A_line_is_split_at_commas_outside_quotes(string line, params string[] values) => Assert.Equal(values, CsvLine.Split(line));
}
