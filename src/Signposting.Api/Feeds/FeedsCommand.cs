using System.CommandLine;
using Signposting.Api.Hosting;
using Signposting.Api.Problems;
using Signposting.Store.Hiding;

namespace Signposting.Api.Feeds;

/// <summary><c>feeds hide</c>, <c>feeds unhide</c>, <c>feeds hidden</c>: the same as over REST, for whoever has the machine and no key.</summary>
internal static class FeedsCommand
{
    private const string By = "command line";

    public static Command Create(OperatorContext context) => new("feeds", "What no answer may show (safeguarding).")
    {
        Changing(context, "hide", "Hides an opportunity, an organiser or a feed within a second; no harvest brings it back.", withReason: true, HideAsync),
        Changing(context, "unhide", "Shows again what was hidden.", withReason: false, UnhideAsync),
        List(context),
    };

    private static Command Changing(OperatorContext context, string name, string description, bool withReason, Func<OperatorContext, HideOrder, CancellationToken, Task<int>> run)
    {
        var targets = HideOrder.Targets.Keys.Select(target => new Option<string>($"--{target}") { Description = TargetOf(target) }).ToList();
        var reason = new Option<string>("--reason") { Description = "Why, for whoever comes after" };
        var command = new Command(name, description);
        List<Option<string>> options = withReason ? [.. targets, reason] : targets;
        options.ForEach(command.Add);
        command.SetAction(async (parsed, cancel) =>
        {
            var given = options.Where(option => parsed.GetValue(option) is not null).ToDictionary(option => option.Name[2..], option => parsed.GetValue(option)!, StringComparer.Ordinal);
            var errors = new ParameterErrors();
            if (HideOrder.Read(given, withReason, errors) is { } order)
                return await run(context, order, cancel);
            foreach (var (option, fixes) in errors.ToProblem().Problem.Errors!)
                await context.Errors.WriteLineAsync($"--{option}: {string.Join("; ", fixes)}");
            return OperatorCommandLine.Usage;
        });
        return command;
    }

    private static async Task<int> HideAsync(OperatorContext context, HideOrder order, CancellationToken cancel)
    {
        await using var store = await context.OpenStoreAsync(cancel);
        var hidden = new Hidden { Kind = order.Kind, Target = order.Target, Reason = order.Reason, By = By, At = context.Time.GetUtcNow() };
        if (await store.HideAsync(hidden, cancel))
        {
            await context.Output.WriteLineAsync(Describe(hidden));
            return OperatorCommandLine.Done;
        }

        await context.Errors.WriteLineAsync(FeedRefusals.NotKnown(order.Kind).Problem.Detail);
        return OperatorCommandLine.NotDone;
    }

    private static async Task<int> UnhideAsync(OperatorContext context, HideOrder order, CancellationToken cancel)
    {
        await using var store = await context.OpenStoreAsync(cancel);
        if (await store.UnhideAsync(order.Kind, order.Target, cancel) is { } hidden)
        {
            await context.Output.WriteLineAsync($"Shown again: {Describe(hidden)}");
            return OperatorCommandLine.Done;
        }

        await context.Errors.WriteLineAsync("It is not hidden; feeds hidden lists what is. Nothing was changed.");
        return OperatorCommandLine.NotDone;
    }

    private static Command List(OperatorContext context)
    {
        var command = new Command("hidden", "Lists what is hidden, with the reasons.");
        command.SetAction(async (_, cancel) =>
        {
            await using var store = await context.OpenStoreAsync(cancel);
            var all = await store.ListHiddenAsync(cancel);
            foreach (var hidden in all)
                await context.Output.WriteLineAsync(Describe(hidden));
            if (all.Count == 0)
                await context.Output.WriteLineAsync("Nothing is hidden.");
            return OperatorCommandLine.Done;
        });
        return command;
    }

    private static string Describe(Hidden hidden) =>
        $"{HideOrder.Targets.First(target => target.Value == hidden.Kind).Key} {hidden.Target}: {hidden.Reason} ({hidden.By}, {hidden.At.ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture)})";

    private static string TargetOf(string target) => target switch
    {
        "opportunity" => "Id of an opportunity (op_…)",
        "organizer" => "Name of an organiser, as answers show it",
        _ => "URL of a feed, as the list of feeds shows it",
    };
}
