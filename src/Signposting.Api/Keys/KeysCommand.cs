using System.CommandLine;
using Signposting.Api.Access;
using Signposting.Api.Hosting;
using Signposting.Store.Access;

namespace Signposting.Api.Keys;

/// <summary><c>keys add</c>, <c>keys list</c>, <c>keys revoke</c>: the API keys of clients.</summary>
internal static class KeysCommand
{
    public static Command Create(OperatorContext context) => new("keys", "API keys of clients.") { Add(context), List(context), Revoke(context) };

    private static Command Add(OperatorContext context)
    {
        var client = new Option<string>("--client") { Required = true, Description = "Who will use it; usage is counted under this name" };
        var scopes = new Option<string[]>("--scope") { Required = true, Description = $"What it opens, one or more of {string.Join(", ", Scopes.All)}" };
        var icb = new Option<string>("--icb") { Description = "ODS code of the client's Integrated Care Board, such as QWO" };
        var ods = new Option<string>("--ods") { Description = "ODS code of the client's organisation, such as A81001" };
        var command = new Command("add", "Makes a key and prints it, this once: the store keeps only a hash of it.") { client, scopes, icb, ods };
        command.SetAction((parsed, cancel) => AddAsync(context, new NewKey(parsed.GetRequiredValue(client), parsed.GetRequiredValue(scopes), parsed.GetValue(icb), parsed.GetValue(ods)), cancel));
        return command;
    }

    private static async Task<int> AddAsync(OperatorContext context, NewKey asked, CancellationToken cancel)
    {
        var problems = asked.Problems().ToList();
        foreach (var problem in problems)
            await context.Errors.WriteLineAsync(problem);
        if (problems.Count > 0)
            return OperatorCommandLine.Usage;
        var (id, text) = ApiKeyText.Make();
        await using var store = await context.OpenStoreAsync(cancel);
        var key = asked.ToKey(id, ApiKeyText.HashOf(text), context.Time.GetUtcNow());
        await store.AddApiKeyAsync(key, cancel);
        await context.Output.WriteLineAsync(text);
        await context.Errors.WriteLineAsync($"This key of {Describe(key)} is shown this once. Clients send it as {Credentials.KeyHeader}. It works within a second; to end it: keys revoke {id}");
        if (key.Scopes.Contains(Scopes.UsageRead) && key.Icb is null)
            await context.Errors.WriteLineAsync($"Without --icb its scope {Scopes.UsageRead} opens no table: a client reads the usage of its own ICB.");
        return OperatorCommandLine.Done;
    }

    private static Command List(OperatorContext context)
    {
        var command = new Command("list", "Lists the keys, without what would open anything.");
        command.SetAction(async (_, cancel) =>
        {
            await using var store = await context.OpenStoreAsync(cancel);
            var keys = await store.ListApiKeysAsync(cancel);
            foreach (var key in keys)
                await context.Output.WriteLineAsync($"{key.Id}  {Day(key.CreatedAt)}  {(key.RevokedAt is { } at ? $"revoked {Day(at)}" : "in use")}  {Describe(key)}");
            if (keys.Count == 0)
                await context.Output.WriteLineAsync("There are no keys.");
            return OperatorCommandLine.Done;
        });
        return command;
    }

    private static Command Revoke(OperatorContext context)
    {
        var id = new Argument<string>("ID") { Description = "As keys list shows it (the part of the key after spk_)" };
        var command = new Command("revoke", "Ends a key, in every running service within a second.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = parsed.GetRequiredValue(id);
            // Whoever pastes the whole key means the same.
            var named = ApiKeyText.IdOf(asked) ?? asked;
            await using var store = await context.OpenStoreAsync(cancel);
            if (ApiKeyText.IsId(named) && await store.RevokeApiKeyAsync(named, cancel))
            {
                await context.Output.WriteLineAsync($"Revoked: {named}");
                return OperatorCommandLine.Done;
            }

            await context.Errors.WriteLineAsync("There is no key in use with this id; keys list shows them. Nothing was changed.");
            return OperatorCommandLine.NotDone;
        });
        return command;
    }

    private static string Describe(ApiKey key) =>
        $"{key.Client} ({string.Join(", ", key.Scopes)}{(key.Icb is { } icb ? $"; ICB {icb}" : "")}{(key.Ods is { } ods ? $"; ODS {ods}" : "")})";

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the options ask for.</summary>
    private sealed record NewKey(string Client, string[] ScopesAsked, string? Icb, string? Ods)
    {
        public IEnumerable<string> Problems()
        {
            if (ClientName.Read(Client) is null)
                yield return $"--client: write a name of 1 to {ClientName.Longest} characters.";
            foreach (var scope in ScopesAsked.Where(scope => !Scopes.IsKnown(scope)))
                yield return $"--scope: '{scope}' is no scope; write one of {string.Join(", ", Scopes.All)}.";
            if (Icb is not null && OdsCode.Icb(Icb) is null)
                yield return $"--icb: '{Icb}' is no ODS code of an Integrated Care Board; it has three characters and begins with Q, such as QWO.";
            if (Ods is not null && OdsCode.Organisation(Ods) is null)
                yield return $"--ods: '{Ods}' is no ODS code; it has 3 to 10 letters and digits, such as A81001.";
        }

        public ApiKey ToKey(string id, byte[] hash, DateTimeOffset now) => new()
        {
            Id = id,
            Hash = hash,
            Client = ClientName.Read(Client)!,
            Scopes = [.. ScopesAsked.Distinct(StringComparer.Ordinal)],
            Icb = OdsCode.Icb(Icb),
            Ods = OdsCode.Organisation(Ods),
            CreatedAt = now,
        };
    }
}
