namespace Feeds.Sample.Activities;

/// <summary>A concept of the OpenActive accessibility support list (https://openactive.io/accessibility-support, CC BY 4.0).</summary>
internal sealed record AccessibilitySupport(string Guid, string PrefLabel)
{
    internal const string Scheme = "https://openactive.io/accessibility-support";

    public static readonly AccessibilitySupport[] All =
    [
        new("dd026873-6713-4ea1-af5a-08901f651d98", "Physical impairment"),
        new("1393f2dc-3fcc-4be9-a99f-f1e51f5ad277", "Visual impairment"),
        new("2bfb7228-5969-4927-8435-38b5005a8771", "Hearing impairment"),
        new("67902468-fd49-4238-8650-20a22d7f0e40", "Learning impairment"),
        new("40b9b11f-bdd3-4aeb-8984-2ecf74a14c7a", "Mental health issues"),
        new("69b689d4-be04-4e6d-be56-4ac72ec82444", "Social or behavioural problems"),
    ];

    public string Id => $"{Scheme}#{Guid}";
}
