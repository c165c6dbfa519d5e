namespace Signposting.Store.Opportunities;

/// <summary>The types of the OpenActive Modelling Opportunity Data standard that describe something to go to.</summary>
public enum OpportunityType : byte
{
    SessionSeries = 1,
    ScheduledSession = 2,
    EventSeries = 3,
    HeadlineEvent = 4,
    Event = 5,
    Course = 6,
    CourseInstance = 7,
    FacilityUse = 8,
    IndividualFacilityUse = 9,
    OnDemandEvent = 10,
}

/// <summary>What a caller asks for as <c>kind</c>.</summary>
public enum OpportunityKind : byte
{
    Session = 1,
    Course = 2,
    Event = 3,
    Facility = 4,
    OnDemand = 5,
}

/// <summary>How a type is presented.</summary>
public static class OpportunityTypes
{
    public static OpportunityKind Kind(this OpportunityType type) => type switch
    {
        OpportunityType.SessionSeries or OpportunityType.ScheduledSession => OpportunityKind.Session,
        OpportunityType.Course or OpportunityType.CourseInstance => OpportunityKind.Course,
        OpportunityType.FacilityUse or OpportunityType.IndividualFacilityUse => OpportunityKind.Facility,
        OpportunityType.OnDemandEvent => OpportunityKind.OnDemand,
        _ => OpportunityKind.Event,
    };

    /// <summary>The word of the contract: <c>session</c>, <c>course</c>, <c>event</c>, <c>facility</c>, <c>on-demand</c>.</summary>
    public static string Word(this OpportunityKind kind) => kind switch
    {
        OpportunityKind.Session => "session",
        OpportunityKind.Course => "course",
        OpportunityKind.Event => "event",
        OpportunityKind.Facility => "facility",
        _ => "on-demand",
    };
}
