using System.Text.Json.Nodes;

namespace Signposting.BrowserTests.States;

internal static class ActivityStates
{
    public static readonly IReadOnlyList<PageState> All =
    [
        new("activity", true, async (stage, visit) => await visit.OpenAsync($"/activity/{(await stage.Demo.IdsAsync())[0]}")),
        new("activity-on-shortlist", true, async (stage, visit) =>
        {
            await visit.OpenAsync($"/activity/{(await stage.Demo.IdsAsync())[0]}");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add to shortlist" }).ClickAsync();
        }),
        new("activity-full-of-detail", false, async (stage, visit) => await visit.OpenAsync($"/activity/{(await stage.Odd.PublishAsync("Full of detail", FillIn)).Id}")),
        new("activity-with-nothing-stated", false, async (stage, visit) => await visit.OpenAsync($"/activity/{(await stage.Odd.PublishAsync("Nothing stated", LeaveOut)).Id}")),
        new("activity-cancelled", false, async (stage, visit) =>
            await visit.OpenAsync($"/activity/{(await stage.Odd.PublishAsync("All cancelled", series => series["eventStatus"] = "https://schema.org/EventCancelled")).Id}")),
        new("activity-withdrawn", false, async (stage, visit) =>
        {
            var withdrawn = await stage.Odd.PublishAsync("Withdrawn");
            await stage.Odd.WithdrawAsync(withdrawn);
            await visit.OpenAsync($"/activity/{withdrawn.Id}", 410);
        }),
        PageState.Demo("activity-unknown", "/activity/op_0000000000000000", 404),
    ];

    private static void FillIn(JsonObject series)
    {
        series["description"] = "A gentle class in a warm hall.\n\nTea and a chat afterwards.";
        series["ageRange"] = new JsonObject { ["@type"] = "QuantitativeValue", ["minValue"] = 50 };
        series["genderRestriction"] = "https://openactive.io/FemaleOnly";
        series["level"] = new JsonArray("Beginner");
        series["isCoached"] = true;
        series["accessibilityInformation"] = "Level access from the car park; a hearing loop in the hall.";
        series["meetingPoint"] = "The side door, by the bins.";
        series["attendeeInstructions"] = "Loose clothes, flat shoes and a bottle of water.";
        series["schedulingNote"] = "Not in the school holidays.";
    }

    private static void LeaveOut(JsonObject series)
    {
        foreach (var name in (string[])["description", "activity", "organizer", "offers", "subEvent"])
            series.Remove(name);
        series["startDate"] = null;
        series["location"]!.AsObject().Remove("address");
    }
}
