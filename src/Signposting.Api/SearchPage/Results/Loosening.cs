using Signposting.Api.Hosting;
using Signposting.Api.Opportunities;
using Signposting.Api.SearchPage.Searching;
using Signposting.Api.SearchPage.Wording;
using Signposting.Store.Search;

namespace Signposting.Api.SearchPage.Results;

/// <summary>When hardly anything is found: what to change, and how much each change would find. Only changes that find more are offered.</summary>
internal sealed class Loosening(RunSearch run, AppliedFilters applied, TimeProvider time)
{
    private const int Most = 1_000;
    private const int MostRadii = 3;

    public async Task<IReadOnlyList<WayOut>> WaysOutAsync(PageSearch search, SearchTurn turn, int found, CancellationToken cancel)
    {
        var ways = new List<WayOut>();
        foreach (var one in applied.Of(turn.Request))
            await OfferAsync("remove", one.Key, $"Take away “{one.Text}”", turn with { Request = one.Without(turn.Request) });
        if (turn is { Place: not null, Request.Attendance: not AttendanceFilter.Online })
        {
            foreach (var radius in RadiusChoices.Beyond(turn.Request.RadiusKm).Take(MostRadii))
            {
                if (await OfferAsync("further", RadiusChoices.ValueOf(radius), $"Look within {DistanceWords.OfRadius(radius)}", turn with { Request = turn.Request with { RadiusKm = radius } }))
                    break;
            }
        }

        if (search.When != WhenChoices.Longest)
        {
            var (from, to) = WhenChoices.WindowOf(WhenChoices.Longest, LondonTime.Now(time));
            if (to > turn.Request.To)
                await OfferAsync("later", WhenChoices.Longest, "Look in the next 4 weeks", turn with { Request = turn.Request with { From = from, To = to } });
        }

        if (turn.Request.Attendance == AttendanceFilter.InPerson)
            await OfferAsync("online", "true", "See what can be done online, at home", turn with { Request = turn.Request with { Attendance = AttendanceFilter.Online } });
        if (ways.Count == 0 && found == 0)
            await OfferWithoutFiltersAsync();
        return ways;

        // No one change is enough: all filters away, then further, then at home.
        async Task OfferWithoutFiltersAsync()
        {
            var bare = turn with { Request = applied.Of(turn.Request).Aggregate(turn.Request, (request, one) => one.Without(request)) };
            if (await OfferAsync("clear", "true", "Take away all filters", bare))
                return;
            foreach (var radius in turn.Place is null ? [] : RadiusChoices.Beyond(turn.Request.RadiusKm))
            {
                var wider = bare with { Request = bare.Request with { RadiusKm = radius } };
                if (await OfferAsync("clear", RadiusChoices.ValueOf(radius), $"Take away all filters and look within {DistanceWords.OfRadius(radius)}", wider))
                    break;
            }

            await OfferAsync("clear", "online", "See all that can be done online, at home", bare with { Request = bare.Request with { Attendance = AttendanceFilter.Online } });
        }

        async Task<bool> OfferAsync(string field, string value, string text, SearchTurn changed)
        {
            var counts = await run.CountAsync(changed, [(changed.Request.Filters, Unstated.None)], Most, cancel);
            var count = counts.Counts[0].Passing;
            if (count > found)
                ways.Add(new WayOut(field, value, text, CountWords.Activities(count, counts.IsAll)));
            return count > found;
        }
    }
}
