using Signposting.Suitability.Sources;
using Signposting.Suitability.Verdicts;

namespace Signposting.Suitability.Tests.Verdicts;

public sealed class VerdictNamesTests
{
    [Theory]
    [InlineData(Verdict.Recommended, "recommended", 0)]
    [InlineData(Verdict.Suitable, "suitable", 1)]
    [InlineData(Verdict.Unknown, "unknown", 2)]
    [InlineData(Verdict.AskFirst, "ask-first", 3)]
    [InlineData(Verdict.NotAdvised, "not-advised", 4)]
    public void Each_verdict_has_a_name_and_a_place_in_caution(Verdict verdict, string name, byte caution)
    {
        Assert.Equal((name, caution), (verdict.Name(), verdict.Caution()));
        Assert.Equal((verdict, (Verdict?)verdict), (VerdictNames.OfCaution(caution), VerdictNames.Parse(name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Suitable")]
    [InlineData("fine")]
    public void Another_name_is_none(string name) => Assert.Null(VerdictNames.Parse(name));

    [Theory]
    [InlineData(Basis.Guideline, "guideline")]
    [InlineData(Basis.Consensus, "consensus")]
    [InlineData(Basis.SecondHand, "second-hand")]
    [InlineData(Basis.GeneralKnowledge, "general-knowledge")]
    public void Each_basis_has_a_name(Basis basis, string name) => Assert.Equal(name, basis.Name());
}
