using Signposting.BrowserTests.Publishing;
using Signposting.BrowserTests.Rules;
using Signposting.BrowserTests.Running;
using Signposting.BrowserTests.States;

namespace Signposting.BrowserTests.Pages;

public sealed class HtmlStandardTests(Chromium chromium, DemoService demo, OddService odd)
{
    [Fact]
    public async Task The_checker_of_the_standard_finds_nothing_wrong_with_any_page_in_any_state()
    {
        Chromium.SkipWithout();
        HtmlChecker.SkipWithout();
        var folder = Directory.CreateTempSubdirectory("signposting-html-");
        try
        {
            var stage = new Stage(chromium, demo, odd);
            foreach (var state in PageStates.All)
            {
                await using var visit = await state.VisitAsync(stage);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{state.Name}.html"), await visit.SourceAsync());
            }

            // It must be able to fail.
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "wrong.html"), "<!DOCTYPE html><html lang=en><title>Wrong</title><p><ul><li for=x></ul>");
            var found = await HtmlChecker.CheckAsync(folder);

            var elsewhere = found.Where(line => !line.StartsWith("wrong, ", StringComparison.Ordinal)).ToList();
            Assert.True(elsewhere.Count < found.Count, "The checker found nothing wrong with what is.");
            Assert.True(elsewhere.Count == 0, string.Join('\n', elsewhere));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
