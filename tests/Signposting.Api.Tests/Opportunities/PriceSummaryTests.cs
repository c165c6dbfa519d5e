using Signposting.Api.Opportunities;
using Signposting.Store.Opportunities;

namespace Signposting.Api.Tests.Opportunities;

public sealed class PriceSummaryTests
{
    [Theory]
    [InlineData(null, "3.5 5", "£3.50–£5.00", false)]
    [InlineData(null, "4", "£4.00", false)]
    [InlineData(null, "0", "Free", true)]
    [InlineData(null, "0 5", "Free–£5.00", false)]
    [InlineData(true, "", "Free", true)]
    [InlineData(true, "5", "Free–£5.00", true)]
    [InlineData(false, "", "Not free", false)]
    [InlineData(false, "2", "£2.00", false)]
    public void Offers_are_summed_up_from_the_least_to_the_most(bool? free, string prices, string text, bool isFree)
    {
        var offers = prices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(price => new Offer { Price = decimal.Parse(price) }).ToList();

        var price = PriceSummary.Of(new Description { IsAccessibleForFree = free, Offers = offers });

        Assert.Equal((text, isFree), (price?.Text, price?.Free));
    }

    [Fact]
    public void Nothing_stated_is_no_price_at_all()
    {
        Assert.Null(PriceSummary.Of(new Description()));
        Assert.Null(PriceSummary.Of(new Description { Offers = [new Offer { Name = "Adult" }] }));
    }

    [Fact]
    public void Pounds_count_before_another_currency()
    {
        var price = PriceSummary.Of(new Description { Offers = [new Offer { Price = 1, Currency = "EUR" }, new Offer { Price = 6, Currency = "GBP" }] });

        Assert.Equal("£6.00", price?.Text);
    }

    [Fact]
    public void Another_currency_is_named()
    {
        var price = PriceSummary.Of(new Description { Offers = [new Offer { Price = 1.5m, Currency = "EUR" }] });

        Assert.Equal(("EUR 1.50", "EUR"), (price?.Text, price?.Currency));
    }
}
