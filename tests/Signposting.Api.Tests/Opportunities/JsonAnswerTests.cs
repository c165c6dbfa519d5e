using System.Text.Json;
using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.Tests.Building;
using Signposting.Api.Tests.Running;

namespace Signposting.Api.Tests.Opportunities;

public sealed class JsonAnswerTests(TownService town)
{
    [Theory]
    [InlineData("")]
    [InlineData("&condition=falls&attendance=any&verdict=any&age=70&limit=3")]
    [InlineData("&q=nothing-has-this-word")]
    public async Task A_page_of_results_is_the_text_that_the_framework_would_write(string more)
    {
        var text = await town.Service.Http.GetByteArrayAsync(new Uri($"/v1/opportunities?{Town.Centre}{more}", UriKind.Relative), TestContext.Current.CancellationToken);

        var answer = JsonSerializer.Deserialize(text, ApiJson.Answers.SearchAnswer)!;
        Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Answers.SearchAnswer), text);
    }

    [Theory]
    [InlineData("£3.50–£5.00, “é” & <script>\"\\\u2028\u0001 😀")]
    [InlineData("half a pair \ud83d of surrogates")]
    public void What_publishers_write_is_written_alike(string odd)
    {
        var price = new PriceAnswer { Min = 0.10m, Max = 1_234_567.005m, Currency = "GBP", Free = false, Text = odd };
        using var sheet = new JsonSheet();

        var text = sheet.Write(price, ApiJson.Default.PriceAnswer);

        Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(price, ApiJson.Answers.PriceAnswer), text.ToArray());
    }

    [Fact]
    public async Task An_answer_says_how_long_it_is()
    {
        using var response = await town.Service.Http.GetAsync(new Uri($"/v1/opportunities?{Town.Centre}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, response.Content.Headers.ContentLength);
    }
}
