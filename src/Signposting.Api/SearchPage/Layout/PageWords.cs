namespace Signposting.Api.SearchPage.Layout;

internal static class PageWords
{
    public const string ServiceName = "Find activities near a patient";
}
