using System.Globalization;
using System.Text.Json;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.GroupBuys;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>A request that makes or cancels a group-buy, or gives or takes a place in a team of it.</summary>
sealed record GroupBuyCall(TimeSpan At, string Id, string? Step, object Body) : SimulatedEvent(At)
{
    /// <summary>The step that cancels the group-buy.</summary>
    public const string Cancel = "cancel";

    const int Conflict = 409;
    const int NotFound = 404;

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);

    public override Task PlayEventAsync(World world) => Step is null ? BeginAsync(world) : ChangeAsync(world);

    // The group has too few members until their joins arrive.
    async Task BeginAsync(World world)
    {
        while (await SendAsync(world, "/api/group-buys") is var answer && !answer.IsSuccess)
        {
            if (answer.Status != Conflict)
            {
                Violate(world, answer);
                return;
            }

            await world.Clock.DelayAsync(Pause);
        }

        world.GroupBuys.Add(Id);
    }

    // A team can be unknown or full, the group-buy over, the member in another team and the order refunded.
    async Task ChangeAsync(World world)
    {
        while (!world.GroupBuys.Contains(Id)) await world.Clock.DelayAsync(Pause);
        var answer = await SendAsync(world, $"/api/group-buys/{Id}/{Step}");
        if (!answer.IsSuccess && answer.Status is not (Conflict or NotFound)) Violate(world, answer);
        if (answer.IsSuccess && Step == Cancel)
            world.CancelledGroupBuys.Add(JsonSerializer.Deserialize<GroupBuyView>(answer.Text, ApiJson.Options)!);
    }

    Task<ApiResponse> SendAsync(World world, string path) =>
        world.Sender.SendUntilAcknowledgedAsync($"{this}", () => Sender.Create("POST", path, Body));

    void Violate(World world, ApiResponse answer) => world.Violate(
        "the app accepts the operator's requests", $"{this} was answered {answer.Status}: {answer.Text}");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} group-buy {Id}: {Step ?? "begin"} {Body}");
}
