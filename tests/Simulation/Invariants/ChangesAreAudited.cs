using System.Globalization;
using System.Text.Json;
using FunctionsApp.Platform.Callers;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

/// <summary>
/// Counts changes by what the audit log says of them. A request without an answer may have an entry, one that was
/// refused has none.
/// </summary>
sealed class ChangesAreAudited : IInvariant
{
    sealed record Change(string Method, string Path, string Caller, string? OperatorId, string? By)
    {
        public override string ToString() => $"{Method} {Path} of {Caller} {OperatorId} ({By})";
    }

    public string Name => "each change is in the audit log once, under the name of its caller";

    public string Reason => "A change that nobody made cannot be explained, and no other record holds the caller.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        var changes = world.Calls.All.Where(call => call.Request.Method != "GET").ToList();
        if (changes.Count == 0) yield break;
        var accepted = changes.Where(call => call.IsAccepted).CountBy(ChangeOf).ToDictionary();
        var unknown = changes.Where(call => call.IsUnknown).CountBy(ChangeOf).ToDictionary();
        var entries = (await EntriesAsync(world, reader)).CountBy(change => change).ToDictionary();
        foreach (var change in accepted.Keys.Union(entries.Keys))
        {
            var (least, count) = (accepted.GetValueOrDefault(change), entries.GetValueOrDefault(change));
            var most = least + unknown.GetValueOrDefault(change);
            if (count < least || count > most)
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{change} was accepted {least} times and perhaps {most}, and has {count} entries.");
        }
    }

    static Change ChangeOf(ApiCall call) => call.Credential is { Owner: var owner }
        ? new(call.Request.Method, call.Path, nameof(CallerKind.Operator), owner.Id, owner.Name)
        : new(call.Request.Method, call.Path, nameof(CallerKind.Machine), OperatorId: null, StatedName(call));

    // A file has no author.
    static string? StatedName(ApiCall call)
    {
        if (!call.Text.StartsWith('{')) return null;
        using var body = JsonDocument.Parse(call.Text);
        return Text(body.RootElement, "by") ?? Text(body.RootElement, "author");
    }

    static async Task<IEnumerable<Change>> EntriesAsync(World world, ApiReader reader)
    {
        List<JsonElement> entries = [];
        var last = DateOnly.FromDateTime(world.Clock.Now.UtcDateTime).AddDays(1);
        for (var day = DateOnly.FromDateTime(world.Clock.Start.UtcDateTime); day <= last; day = day.AddDays(1))
            entries.AddRange(await reader.ListAsync($"/api/audit?date={day:yyyy-MM-dd}"));
        return entries
            .Where(entry => entry.GetProperty("status").GetInt32() < 400)
            .Select(entry => new Change(
                Text(entry, "method")!,
                Text(entry, "path")!,
                Text(entry, "caller")!,
                Text(entry, "operatorId"),
                Text(entry, "by")));
    }

    static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
