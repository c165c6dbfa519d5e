using Signposting.Store.Commit;
using Signposting.Store.Opportunities;
using Signposting.Store.Search;

namespace Signposting.Store.SameClass;

/// <summary>All that a comparison asks of a record.</summary>
internal sealed class ClassRecord(ClassRow row, Description description, IReadOnlyList<SessionRow> sessions)
{
    private string? _name;
    private string? _organizer;

    public ClassRow Row => row;

    public Description Description => description;

    public ClassTimes Times { get; } = ClassTimes.Of(sessions, description.Status);

    public string Name => _name ??= SearchWords.Plain(description.Name ?? "");

    /// <summary>Empty when nobody is named.</summary>
    public string Organizer => _organizer ??= SearchWords.Plain(description.Organizer?.Name ?? "");

    /// <summary>Its publisher is who runs it.</summary>
    public bool IsOperators => Organizer.Length > 0 && Organizer == SearchWords.Plain(row.Publisher ?? "");

    /// <summary>How much of what people ask is stated, as opposed to inferred.</summary>
    public int Stated => new object?[]
    {
        description.Text, description.Organizer?.Telephone, description.Organizer?.Email, description.Organizer?.Url, description.Offers, description.IsAccessibleForFree,
        description.AgeRange, description.Gender, description.Levels, description.AccessibilitySupport, description.AccessibilityInformation,
        description.IsWheelchairAccessible, description.IsCoached, description.MeetingPoint, description.AttendeeInstructions, description.Leader,
        description.Image, description.MaximumCapacity, description.Url, description.Place?.Amenities,
    }.Count(value => value is not null) - (description.Inferred?.Count ?? 0);
}
