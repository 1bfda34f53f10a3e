using System.Globalization;
using System.Text.Json;
using TestSupport.LocalApp;

namespace TestSupport.Crashes;

/// <summary>What the API of the app shows about the joins of a <see cref="CrashPlan"/>.</summary>
public sealed record ApiOutcome(
    int Joins,
    int Members,
    int MemberCount,
    int Welcomes,
    int Welcomed,
    int Unsettled,
    int Uncertain,
    int Stuck,
    int Overdue)
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>True when every join is counted and welcomed once, and no work is overdue.</summary>
    public bool IsComplete =>
        Members == Joins
        && MemberCount == Joins
        && Welcomes == Joins
        && Welcomed == Joins
        && Stuck == 0
        && Overdue == 0;

    /// <summary>True when no delivery waits either.</summary>
    public bool IsSettled => IsComplete && Unsettled == 0;

    /// <summary>Reads the members and deliveries of every group, the orchestrations and the due work.</summary>
    public static async Task<ApiOutcome> ReadAsync(CrashPlan plan, OperatorClient client)
    {
        var outcome = new ApiOutcome(plan.Joins, 0, 0, 0, 0, 0, 0, 0, 0);
        for (var group = 0; group < plan.Groups; group++)
        {
            var id = CrashPlan.IdOf(group);
            var count = (await client.GetAsync($"/api/groups/{id}")).GetProperty("memberCount").GetInt32();
            var members = await client.AllAsync($"/api/groups/{id}/members");
            var welcomes = (await client.AllAsync($"/api/deliveries?groupId={id}"))
                .Where(delivery => Text(delivery, "step") == "welcome")
                .ToList();
            var welcomed = welcomes.SelectMany(WelcomedBy).ToList();
            outcome = outcome with
            {
                Members =
                    outcome.Members
                    + members.Select(member => Text(member, "memberId")).Distinct(StringComparer.Ordinal).Count(),
                MemberCount = outcome.MemberCount + count,
                Welcomes = outcome.Welcomes + welcomed.Count,
                Welcomed = outcome.Welcomed + welcomed.Distinct(StringComparer.Ordinal).Count(),
                Unsettled =
                    outcome.Unsettled + welcomes.Count(welcome => Text(welcome, "state") is "Queued" or "Sending"),
                Uncertain = outcome.Uncertain + welcomes.Count(welcome => Text(welcome, "state") == "Uncertain"),
            };
        }

        return await AddAsync(outcome, client);
    }

    static async Task<ApiOutcome> AddAsync(ApiOutcome outcome, OperatorClient client)
    {
        var instances = await client.InstancesAsync();
        var due = await client.GetAsync("/local/due");
        var horizon = due.GetProperty("now").GetDateTimeOffset() - Grace;
        return outcome with
        {
            Stuck = instances.Count(instance => !HasCompleted(instance) && !NamesWhatItWaitsFor(instance)),
            Overdue = due.GetProperty("due")
                .EnumerateArray()
                .Count(item => item.GetProperty("at").GetDateTimeOffset() < horizon),
        };
    }

    // Members who joined together share a message.
    static IEnumerable<string> WelcomedBy(JsonElement welcome) =>
        welcome.TryGetProperty("memberIds", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? ids.EnumerateArray().Select(id => id.GetString()!)
            : [Text(welcome, "memberId")!];

    static bool HasCompleted(JsonElement instance) => Text(instance, "runtimeStatus") == "Completed";

    static bool NamesWhatItWaitsFor(JsonElement instance) =>
        Text(instance, "runtimeStatus") == "Running"
        && instance.GetProperty("customStatus") is { ValueKind: JsonValueKind.Object } status
        && status.TryGetProperty("WaitsFor", out var waitsFor) && waitsFor.GetArrayLength() > 0
        && status.TryGetProperty("NextAt", out var nextAt) && nextAt.ValueKind == JsonValueKind.String
        && DateTimeOffset.Parse(nextAt.GetString()!, CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow;

    static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
