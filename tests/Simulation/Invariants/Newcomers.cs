using System.Text.Json;
using Simulation.Instances;
using Simulation.Workloads;

namespace Simulation.Invariants;

/// <summary>The deliveries to newcomers, as the ledger shows them.</summary>
static class Newcomers
{
    static readonly string[] Greetings = ["welcome", "greeting"];

    /// <summary>The group of <see cref="NewcomerWorkload"/> while it takes members; null otherwise.</summary>
    public static async Task<string?> FindGroupAsync(ApiReader reader)
    {
        var groups = await reader.ListAsync("/api/groups");
        return groups.Any(IsOpen) ? NewcomerWorkload.Group : null;

        static bool IsOpen(JsonElement group) =>
            Text(group, "id") == NewcomerWorkload.Group && Text(group, "state") is "Open" or "Full";
    }

    /// <summary>How often each member of the group was greeted.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountGreetingsAsync(ApiReader reader, string group) =>
        await CountAsync(reader, group, Greetings);

    /// <summary>How often staff were asked to set the welcome of the group.</summary>
    public static async Task<int> CountWelcomesAsync(ApiReader reader, string group) =>
        (await reader.ListAsync($"/api/deliveries?groupId={group}")).Count(row => Text(row, "to") == "SetWelcome");

    /// <summary>How often each member of the group was reminded of the card name.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountRemindersAsync(ApiReader reader, string group) =>
        await CountAsync(reader, group, "card-name-reminder");

    static async Task<IReadOnlyDictionary<string, int>> CountAsync(
        ApiReader reader, string group, params IReadOnlyList<string> steps) =>
        (await reader.ListAsync($"/api/deliveries?groupId={group}"))
            .Where(row => steps.Contains(Text(row, "step")))
            .SelectMany(MembersOf)
            .CountBy(member => member, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);

    static IEnumerable<string> MembersOf(JsonElement row) =>
        row.TryGetProperty("memberIds", out var ids) && ids.ValueKind is JsonValueKind.Array
            ? ids.EnumerateArray().Select(id => id.GetString()!)
            : [Text(row, "memberId")!];

    static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
