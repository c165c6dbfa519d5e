using System.Text;

namespace Signposting.Api.SearchPage.Leaflets;

/// <summary>A leaflet as a text message or mail. It says nothing of the person.</summary>
internal static class LeafletMessage
{
    private const string Subject = "Activities to try";

    public static string Of(IEnumerable<LeafletActivity> activities, string link)
    {
        var text = new StringBuilder(Subject).Append('\n');
        foreach (var activity in activities.Where(activity => !activity.IsOff))
            Append(text, activity);
        return text.Append("\nMaps, and anything that changes:\n").Append(link).ToString();
    }

    /// <summary>An address that opens a mail with this text.</summary>
    public static string MailTo(string text) => $"mailto:?subject={Uri.EscapeDataString(Subject)}&body={Uri.EscapeDataString(text.ReplaceLineEndings("\r\n"))}";

    private static void Append(StringBuilder text, LeafletActivity activity)
    {
        text.Append($"\n{activity.Number}. {activity.Name}\n");
        foreach (var line in activity.When)
            text.Append(line).Append('\n');
        if (activity.Where.Count > 0)
            text.Append(string.Join(", ", activity.Where)).Append('\n');
        if (activity.Cost is not null)
            text.Append(activity.Cost).Append('\n');
        if ((activity.Contact.Phone ?? activity.Contact.Mail) is { } contact)
            text.Append($"Ask: {contact}\n");
    }
}
