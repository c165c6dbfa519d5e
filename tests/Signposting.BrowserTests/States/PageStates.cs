namespace Signposting.BrowserTests.States;

/// <summary>Every page in every state that people meet.</summary>
internal static class PageStates
{
    public static readonly IReadOnlyList<PageState> All =
    [
        .. SearchStates.All, .. ActivityStates.All, .. ShortlistStates.All, .. LeafletStates.All,
        PageState.Demo("conditions", "/conditions"),
        PageState.Demo("condition", "/conditions/type-2-diabetes"),
        PageState.Demo("condition-without-activities", "/conditions/me-cfs"),
        PageState.Demo("condition-unknown", "/conditions/no-such-condition", 404),
        PageState.Demo("feeds", "/feeds"),
        PageState.Demo("about", "/about"),
        PageState.Demo("no-such-page", "/no-such-page", 404),
    ];

    public static PageState Named(string name) => All.Single(state => state.Name == name);

    /// <summary>For a theory.</summary>
    public static TheoryData<string> Names => [.. All.Select(state => state.Name)];
}
