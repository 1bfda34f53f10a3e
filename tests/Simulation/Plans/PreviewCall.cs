using System.Globalization;
using System.Text.Json;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Calendars;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>What the app said at an instant that the pushes of a plan will become.</summary>
sealed record PushPreview(DateTimeOffset At, IReadOnlyList<PreviewItem> Items);

/// <summary>
/// An operator reads the preview of a plan. It is not kept where persons send the messages, nor while a push is on its
/// way: its end decides about later ones.
/// </summary>
sealed record PreviewCall(TimeSpan At, string PlanId, IReadOnlyList<string> GroupIds) : SimulatedEvent(At)
{
    static readonly TimeSpan Range = TimeSpan.FromHours(20);

    public override async Task PlayEventAsync(World world)
    {
        if (world.NeedsTaps) return;
        foreach (var state in new[] { "Queued", "AwaitingStaff" })
        {
            foreach (var group in GroupIds)
            {
                if ((await ReadAsync(world, $"/api/pushes?groupId={group}&state={state}")).Count > 0) return;
            }
        }

        var to = Uri.EscapeDataString($"{(world.Clock.Now + Range).UtcDateTime:O}");
        var items = await ReadAsync(world, $"/api/push-plans/{PlanId}/preview?to={to}");
        world.Previews.Add(new PushPreview(
            world.Clock.Now, [.. items.Select(item => item.Deserialize<PreviewItem>(ApiJson.Options)!)]));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} preview of {PlanId}");

    async Task<IReadOnlyList<JsonElement>> ReadAsync(World world, string path)
    {
        List<JsonElement> items = [];
        string? continuation = null;
        do
        {
            var next = continuation is null ? path : $"{path}&continuation={Uri.EscapeDataString(continuation)}";
            var page = await world.Sender.SendUntilAcknowledgedAsync($"{this}", () => Sender.Create("GET", next));
            items.AddRange(page.Json.GetProperty("items").EnumerateArray());
            continuation = page.Json.TryGetProperty("continuation", out var value) ? value.GetString() : null;
        }
        while (continuation is not null);
        return items;
    }
}
