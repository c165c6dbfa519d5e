namespace Feeds.Sample.Activities;

/// <summary>A concept of the OpenActive facility types list (https://openactive.io/facility-types, CC BY 4.0).</summary>
internal sealed record FacilityType(string Guid, string PrefLabel)
{
    internal const string Scheme = "https://openactive.io/facility-types";

    public static readonly FacilityType BadmintonCourt = new("9db5681e-700e-4b30-99a5-355885d94db2", "Badminton Court");
    public static readonly FacilityType BowlingGreen = new("8b0c8a76-5da1-4c37-8314-27000388605b", "Bowling Green");
    public static readonly FacilityType FootballPitch = new("07e38aa9-4087-424e-95d0-0702d64e1a7a", "Football Pitch");
    public static readonly FacilityType PickleballCourt = new("cf44873e-855b-478b-94c3-01aa3bd4609f", "Pickleball Court");
    public static readonly FacilityType SportsHall = new("da364f9b-8bb2-490e-9e2f-1068790b9e35", "Sports Hall");
    public static readonly FacilityType SquashCourt = new("a1f82b7a-1258-4d9a-8dc5-bfc2ae961651", "Squash Court");
    public static readonly FacilityType TableTennisTable = new("5b5e33b7-dc1f-44ba-8122-2c051a533959", "Table Tennis Table");
    public static readonly FacilityType TennisCourt = new("becfafc0-c63f-444c-aed5-a3665f2d172d", "Tennis Court");
    public static readonly FacilityType CricketNet = new("2d333183-6a6d-4a95-aad4-c5699f705b14", "Cricket Net");
    public static readonly FacilityType NetballCourt = new("098aca40-72fd-4dc3-9479-b98a319ead86", "Netball Court");

    public string Id => $"{Scheme}#{Guid}";
}
